import { statusCodes } from '../../api/statusCodes';

const names = new Map(statusCodes.map(({ name, value }) => [value, name]));

describe('Status codes', () => {
	it('are all that the OpenAPI file lists, each once and with a name of its own', () => {
		expect(names.size).toBe(677);
		expect(statusCodes).toHaveLength(677);
		expect(new Set(names.values()).size).toBe(677);
		for (const { value } of statusCodes) expect(value).toMatch(/^[A-Z][A-Z0-9_]*$/);
	});

	it.each([
		['NODE_DELETED', 'Device: Deleted'],
		['NINJA_BACKUP_BACKUPJOB_FAILED', 'Backup: Backup job Failed'],
		['CLIENT_CREATED', 'Organization: Created'],
		['SYSTEM_REBOOTED', 'System: System Rebooted'],
		['TRIGGERED', 'Condition: Triggered'],
		['NINJA_TICKETING_FORM_ACTIVED', 'Ticketing: Form Activated'],
	])('%s is called %s', (code, name) => {
		expect(names.get(code)).toBe(name);
	});

	it('stand together by their families', () => {
		const families = statusCodes.map(({ name }) => name.split(':')[0]);
		const changes = families.filter((family, at) => family !== families[at - 1]);
		const twice = changes.filter((family, at) => changes.indexOf(family) !== at);
		expect(twice).toEqual([]);
	});
});
