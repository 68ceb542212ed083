import * as contracts from '../../contracts';
import { resources } from '../../resources';
import { catalog } from '../../operations/catalog';
import { type Session, startSession } from './client';

let session: Session;
beforeAll(async () => {
	session = await startSession();
});
afterAll(() => session.simulator.stop());

const keys = Object.keys(contracts.contracts).map((key) => key.split(' ') as [string, string]);
const reads = keys.flatMap(([method, path]) => (method === 'GET' ? [path] : []));

/** Records that are there, by how paths name them. */
const records: Record<string, string> = {
	'device/{id}': 'device/5',
	'organization/{id}': 'organization/1',
	'organization/{organizationId}': 'organization/1',
	'location/{locationId}': 'location/1001',
	'group/{id}': 'group/701',
	'technician/{id}': 'technician/5001',
	'end-user/{id}': 'end-user/5009',
	'contact/{id}': 'contact/80001',
	'ticket-form/{id}': 'ticket-form/2',
	'ticket/{ticketId}': 'ticket/1001',
	'field-name/{fieldName}': 'field-name/assetText',
	'document-templates/{documentTemplateId}': 'document-templates/3101',
	'document/{clientDocumentId}': 'document/3501',
	'article/{articleId}': 'article/4301',
	'folder/{folderId}': 'folder/4102',
	'checklist/{checklistId}': 'checklist/4601',
	'{entityType}/{entityId}': 'ORGANIZATION/1',
	'with-entity-type/{entityType}': 'with-entity-type/ORGANIZATION',
	'{relEntityType}/{relEntityId}': 'NODE/1',
	'{relatedEntityType}': 'NODE',
};
const filled = (path: string) =>
	Object.entries(records).reduce((filling, [name, record]) => filling.replace(name, record), path);

describe('a contract', () => {
	it('is there for every endpoint that the package uses', () => {
		const used = catalog(resources).flatMap(({ requests }) =>
			requests.map(({ method, path }) => `${method} ${path}`),
		);
		expect(used.filter((key) => !(key in contracts.contracts))).toEqual([]);
	});

	it.each(keys)('is of an endpoint that the simulator serves: %s %s', async (method, path) => {
		const unknown = filled(path).replace(/\{\w+\}/g, '999');
		const { status, body } = await session.call<{ errorMessage?: string }>(unknown, {
			method: method as 'GET',
			...(method !== 'GET' && { json: 'what no endpoint takes' }),
		});
		expect(body.errorMessage).not.toBe('HTTP 404 Not Found');
		const { request }: contracts.Contract =
			contracts.contracts[`${method} ${path}` as contracts.ContractKey];
		if (request) expect(status).toBe(400);
	});

	it.each(reads.filter((path) => !path.endsWith('/attachment/download')))(
		'is kept by the answer of GET %s',
		async (path) => {
			const { status, body } = await session.call(filled(path));
			expect([status, status === 200 || body]).toEqual([200, true]);
			const isOfAll = !path.includes('{') && path !== '/v2/jobs';
			expect(Array.isArray(body) && isOfAll ? body : [1]).not.toEqual([]);
		},
	);

	it('that an answer breaks becomes an error', async () => {
		const { contacts } = session.simulator.state;
		const [contact] = contacts.all();
		contacts.set({ ...contact, firstName: 5 as never });
		const { status, body } = await session.call('/v2/contacts');
		contacts.set(contact);
		expect({ status, body }).toMatchObject({
			status: 500,
			body: { errorMessage: expect.stringContaining('broke its contract') as string },
		});
	});
});

describe('an answer', () => {
	it.each(['/v2/jobs', '/v2/device/5/jobs'])(
		'of %s is not empty while a job runs',
		async (path) => {
			const { jobs } = session.simulator.state;
			jobs.start({ deviceId: 5, jobType: 'ACTION', name: 'Test', userId: 5001 }, []);
			expect(await session.get(path)).toHaveLength(1);
			for (const { uid } of jobs.all()) jobs.drop(uid);
		},
	);
});

describe('reports', () => {
	it('know the alerts that are active', async () => {
		const [{ deviceId }] = session.simulator.state.alerts.values();
		const { body } = await session.call<{ results: contracts.DeviceHealthRow[] }>(
			`/v2/queries/device-health?df=id%20%3D%20${deviceId}`,
		);
		expect(body.results[0].alertCount).toBeGreaterThan(0);
		expect(body.results[0].healthStatus).not.toBe('HEALTHY');
	});

	it('filter by what is their own', async () => {
		const path = '/v2/queries/os-patches?severity=critical&status=APPROVED';
		const { body } = await session.call<{ results: contracts.OsPatchRow[] }>(path);
		expect(body.results.length).toBeGreaterThan(0);
		expect(new Set(body.results.map(({ severity, status }) => `${severity} ${status}`))).toEqual(
			new Set(['critical APPROVED']),
		);
	});
});

describe('users', () => {
	it('come with roles only when asked for', async () => {
		const [plain] = await session.get<contracts.User[]>('/v2/users');
		const [withRoles] = await session.get<contracts.User[]>('/v2/users?includeRoles=true');
		expect(plain).not.toHaveProperty('roles');
		expect(withRoles.roles).toEqual(['System Administrator']);
	});

	it('are technicians and end users, or one of both', async () => {
		const technicians = await session.get<contracts.User[]>('/v2/users?userType=TECHNICIAN');
		const all = await session.get<contracts.User[]>('/v2/users');
		expect(technicians).toHaveLength(8);
		expect(all).toHaveLength(8 + 4 * 4);
	});
});

describe('groups', () => {
	it('count the devices that they name', async () => {
		const groups = await session.get<contracts.Group[]>('/v2/groups');
		for (const { id, deviceCount } of groups) {
			expect(await session.get(`/v2/group/${id}/device-ids`)).toHaveLength(deviceCount);
		}
	});
});
