import { byId } from '../harness/nock';
import { runNode } from '../harness/engine';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ organizations: 3, devices: 30 });
const run = async (parameters: object) =>
	await runNode({ parameters: parameters as never, credential: credentialFor(simulator) });
/** Of the list itself; names that belong to its rows are read after it. */
const firstQuery = () => simulator.requests.matching({ path: /^\/v2/ })[0]?.query;

const device = { scope: 'device', deviceId: byId(1) };
const inGerman = { language: 'de', timeZone: 'Europe/Berlin' };

describe('texts in a language of choice', () => {
	it.each([
		['activities', { resource: 'activity', operation: 'getMany' }],
		['activities of a device', { resource: 'activity', operation: 'getMany', ...device }],
		['alerts', { resource: 'alert', operation: 'getMany' }],
		['alerts of a device', { resource: 'alert', operation: 'getMany', ...device }],
		['jobs', { resource: 'device', operation: 'getActiveJobs', deviceId: byId(1) }],
	])('and with times of a zone are asked for, of %s', async (_, parameters) => {
		const { error } = await run({ ...parameters, wording: inGerman });
		expect(error).toBeUndefined();
		expect(firstQuery()).toMatchObject({ lang: 'de', tz: 'Europe/Berlin' });
	});

	it.each([
		['scripts', { operation: 'getMany' }],
		['options of a device', { operation: 'getOptions', deviceId: byId(1) }],
	])('are asked for, of %s', async (_, parameters) => {
		await run({ resource: 'script', ...parameters, wording: { language: 'pt-BR' } });
		expect(firstQuery()).toEqual({ lang: 'pt-BR' });
	});

	it("are NinjaOne's own where nothing is said", async () => {
		await run({ resource: 'alert', operation: 'getMany' });
		expect(firstQuery()).toEqual({});
	});

	it.each([
		[{ language: 'German please' }, /"Language" does not know "German please"/],
		[{ timeZone: 'Middle Europe' }, /"Time Zone" does not know "Middle Europe"/],
	])('are refused in %j, and nothing is sent', async (wording, message) => {
		const { error } = await run({ resource: 'alert', operation: 'getMany', wording });
		expect(error?.message).toMatch(message);
		expect(firstQuery()).toBeUndefined();
	});
});

describe('a raw filter of organizations', () => {
	const list = { resource: 'organization', operation: 'getMany', returnAll: true };

	it.each(['basic', 'detailed'])('goes to NinjaOne as it is, for the %s list', async (detail) => {
		simulator.state.fieldValues.write(
			{ scope: 'ORGANIZATION', id: 2 },
			{ organizationOwnerDepartment: 'North' },
			{ source: 'API' },
		);
		const raw = 'cf=organizationOwnerDepartment=North';
		const { json } = await run({ ...list, detail, filters: { raw } });
		expect(firstQuery()).toMatchObject({ of: raw });
		expect(json.map((row) => row.id)).toEqual([2]);
	});

	it("tells NinjaOne's refusal", async () => {
		const { error } = await run({ ...list, filters: { raw: 'name like A' } });
		expect(error?.message).toMatch(/Invalid organization filter/);
	});
});
