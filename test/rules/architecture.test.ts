import { glob, readText } from './files.js';
import { circles, reachedFrom, sources } from './imports';

/** Floors, lowest first; each imports from itself and from the floors below. */
const floors = ['api', 'operations', 'resources', 'nodes'] as const;
const shipped = [...floors, 'credentials'].flatMap(sources);
const neverShipped = ['simulator', 'contracts', 'test', 'scripts', 'e2e', 'bench'];

const topFolder = (path: string) => path.split('/')[0];

describe('the floors', () => {
	it.each(floors.map((floor, height) => [floor, floors.slice(0, height + 1)] as const))(
		'%s imports from %j alone',
		(floor, allowed) => {
			const strays = sources(floor).flatMap(({ path, imports }) =>
				imports
					.filter((target) => !(allowed as readonly string[]).includes(topFolder(target)))
					.map((target) => `${path} imports ${target}`),
			);
			expect(strays).toEqual([]);
		},
	);

	it('no imports go in a circle', () => {
		const files = neverShipped.flatMap(sources);
		expect(circles([...shipped, ...files])).toEqual([]);
	});

	it('events reach no action by what they import', () => {
		const actions = shipped
			.filter(({ text }) => /^\s*action: ['"`]/m.test(text))
			.map(({ path }) => path.replace(/\.ts$/, ''));
		expect(actions.length).toBeGreaterThan(0);
		const ways = sources('nodes/events').flatMap(({ path }) => {
			const reached = reachedFrom(shipped, path);
			return actions.flatMap((action) => reached.get(action)?.join(' > ') ?? []);
		});
		expect(ways).toEqual([]);
	});

	it('credentials import from api alone', () => {
		const folders = sources('credentials').flatMap(({ imports }) => imports.map(topFolder));
		expect(new Set(folders)).toEqual(new Set(['api']));
	});

	it('shipped code imports n8n-workflow, node:crypto and itself, nothing that does not ship', () => {
		const foreign = shipped.flatMap(({ path, names }) =>
			names
				.filter((name) => !name.startsWith('.') && !/^(n8n-workflow|node:crypto)$/.test(name))
				.map((name) => `${path} imports ${name}`),
		);
		expect(foreign).toEqual([]);
	});

	it('has no run-time dependency, and n8n-workflow as its one peer', () => {
		const manifest = JSON.parse(readText('package.json')) as Record<string, unknown>;
		expect(manifest.dependencies).toBeUndefined();
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});
});

describe('one place for each thing', () => {
	it("one file calls n8n's HTTP helper: once with the token, and once without for files kept elsewhere", () => {
		const callers = shipped.filter(({ text }) => /helpers\.(http)?request/i.test(text));
		expect(callers.map(({ path }) => path)).toEqual(['api/send.ts']);
		const calls = callers[0].text.match(/helpers\.httpRequest\w*/g);
		expect(calls).toEqual(['helpers.httpRequestWithAuthentication', 'helpers.httpRequest']);
	});

	it('nothing shipped goes round it', () => {
		const bypasses = shipped.filter(({ text }) =>
			/\bfetch\(\s*['"`]|axios|XMLHttpRequest|undici/.test(text),
		);
		expect(bypasses.map(({ path }) => path)).toEqual([]);
	});

	it('only the pagings know how a page is turned', () => {
		const knowing = floors
			.flatMap(sources)
			.filter(({ text }) =>
				/\b(pageSize|lastCursorId|anchorId|anchorNaturalId|cursorName|nextCursor|hasMore)\b/.test(
					text,
				),
			);
		// Generated: names of all parameters that NinjaOne documents, as types.
		const documented = 'api/endpoints/documented.ts';
		expect(knowing.map(({ path }) => path).filter((path) => path !== documented)).toEqual([
			'api/feedAnswer.ts',
			'api/paging.ts',
		]);
	});

	it('one catch turns a failing item into an output', () => {
		const catching = sources('operations').filter(({ text }) => /continueOnFail/.test(text));
		expect(catching.map(({ path }) => path)).toEqual(['operations/execute.ts']);
	});

	it('no check is switched off', () => {
		const silenced = shipped.filter(({ text }) =>
			/eslint-disable|@ts-(ignore|nocheck|expect-error)|\bas any\b|:\s*any\b/.test(text),
		);
		expect(silenced.map(({ path }) => path)).toEqual([]);
	});

	it('what people read is plain English in ASCII', () => {
		const foreign = shipped.filter(({ text }) =>
			[...text].some((letter) => letter.charCodeAt(0) > 127),
		);
		expect(foreign.map(({ path }) => path)).toEqual([]);
	});
});

/** Tests that are longer than a file should be. The list only gets shorter. */
const long = [
	'test/engine/checklist.test.ts',
	'test/engine/customField.test.ts',
	'test/engine/document.test.ts',
	'test/engine/fleet.test.ts',
	'test/engine/knowledgeBase.test.ts',
	'test/engine/script.test.ts',
	'test/engine/ticketUpdate.test.ts',
	'test/engine/trigger.test.ts',
	'test/engine/triggerChanges.test.ts',
	'test/engine/triggerEvents.test.ts',
	'test/engine/triggerRecords.test.ts',
	'test/engine/webhookCalls.test.ts',
	'test/engine/webhookTrigger.test.ts',
	'test/simulator/customFields.test.ts',
	'test/simulator/tickets.test.ts',
	'test/simulator/webhook.test.ts',
];

it('no file has more than 300 lines', () => {
	const paths = [...floors, 'credentials', ...neverShipped].flatMap((folder) =>
		['.ts', '.mjs', '.js'].flatMap((ending) => glob(`${folder}/**/*${ending}`)),
	);
	const lines = (path: string) => readText(path).split('\n').length - 1;
	expect(paths.filter((path) => lines(path) > 300).sort()).toEqual(long);
});
