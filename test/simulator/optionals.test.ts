import { answerShapes } from '../../contracts/answerShapes';
import { resources } from '../../resources';
import { catalog } from '../../operations/catalog';
import type { Optionals } from '../../simulator';
import { startSession, type Session } from './client';

type Row = Record<string, unknown>;
let session: Session;
beforeAll(async () => {
	session = await startSession({ devices: 20, organizations: 2 });
});
afterAll(async () => {
	await session.simulator.stop();
});
const device = async () => await session.get<Row>('/v2/device/5');

describe('the properties that an answer need not have', () => {
	const usual = expect.any(String) as string;
	it.each<[Optionals, Row]>([
		['seeded', { id: 5, nodeClass: usual, os: { manufacturer: usual } }],
		['null', { id: 5, systemName: usual, nodeClass: null, os: null, references: null }],
		['hollow', { references: { warranty: { startDate: null } }, os: { manufacturer: null } }],
		['bare', { id: 5, systemName: null, organizationId: null }],
	])('are %s', async (mode, expected) => {
		session.simulator.optionals = mode;
		expect(await device()).toMatchObject(expected);
	});

	it('are all left out where they are to be absent, but for IDs and names', async () => {
		session.simulator.optionals = 'absent';
		const names = Object.keys(await device()).sort();
		expect(names).toEqual(['id', 'organizationId', 'systemName', 'uid']);
	});

	it('are filled with values of their types, the same each time', async () => {
		session.simulator.optionals = 'filled';
		const shape = Object.keys(answerShapes.shapes.AgentDevice);
		const first = await device();
		expect(shape.filter((name) => first[name] === undefined || first[name] === null)).toEqual([]);
		expect(await device()).toEqual(first);
	});

	it('of errors and of the list itself stay', async () => {
		session.simulator.optionals = 'null';
		expect((await session.call('/v2/device/9999')).status).toBe(404);
		const { activities } = await session.get<{ activities: Row[] }>('/v2/activities');
		expect(activities[0]).toMatchObject({ id: expect.any(Number) as number, message: null });
	});
});

it('the shapes are those of endpoints in use; npm run shapes writes them anew', () => {
	const used = new Set(
		catalog(resources).flatMap(({ requests }) =>
			requests.map(({ method, path }) => `${method} ${path}`),
		),
	);
	expect(Object.keys(answerShapes.answers).filter((key) => !used.has(key))).toEqual([]);
	expect(Object.keys(answerShapes.answers).length).toBeGreaterThan(100);
});
