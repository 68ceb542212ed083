import { deviceFilterText } from '../../api/deviceFilter';

describe('the device filter', () => {
	it('is left out when nothing is filtered', () => {
		expect(deviceFilterText({})).toBeUndefined();
		expect(deviceFilterText({ organizationIds: [], raw: '  ' })).toBeUndefined();
	});

	it('joins everything that is set by AND', () => {
		const text = deviceFilterText({
			organizationIds: [3],
			locationIds: [5, 6],
			roleIds: [9],
			classes: ['WINDOWS_SERVER', 'LINUX_SERVER'],
			status: 'APPROVED',
			connectivity: 'offline',
			createdAfter: Date.UTC(2026, 8, 1),
			createdBefore: Date.UTC(2026, 9, 1),
			groupId: 563,
			tagIds: [1, 2],
			deviceIds: [12, 15],
			raw: 'online',
		});
		expect(text?.split(' AND ')).toEqual([
			'org = 3',
			'loc in (5,6)',
			'role = 9',
			'class in (WINDOWS_SERVER,LINUX_SERVER)',
			'status = APPROVED',
			'offline',
			'created after 2026-09-01T00:00:00.000Z',
			'created before 2026-10-01T00:00:00.000Z',
			'group 563',
			'tagId in (1,2)',
			'id in (12,15)',
			'online',
		]);
	});

	it('refuses OR in a raw filter, which NinjaOne would answer with a nameless error', () => {
		expect(() => deviceFilterText({ raw: 'org = 1 OR org = 2' })).toThrow(/"Raw Filter" uses OR/);
	});
});
