import { glob, readText } from './files.js';

/** Floors, lowest first; each imports from itself and from the floors below. */
const floors = ['api', 'operations', 'resources', 'nodes'] as const;
const shipped = [...floors, 'credentials'];

const sources = (folder: string) =>
	glob(`${folder}/**/*.ts`).map((path) => ({ path, text: readText(path) }));
const imports = (text: string) => [...text.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
/** The top folder that a relative import leads to. */
const target = (path: string, name: string) =>
	new URL(name, `file:///${path}`).pathname.split('/')[1];
const all = shipped.flatMap(sources);

describe('the floors of the house', () => {
	it.each(floors.map((floor, height) => [floor, floors.slice(0, height + 1)] as const))(
		'%s imports from %j alone',
		(floor, allowed) => {
			const strays = sources(floor).flatMap(({ path, text }) =>
				imports(text)
					.filter((name) => name.startsWith('.'))
					.map((name) => target(path, name))
					.filter((folder) => !(allowed as readonly string[]).includes(folder))
					.map((folder) => `${path} imports from ${folder}`),
			);
			expect(strays).toEqual([]);
		},
	);

	it('credentials import from api alone', () => {
		const folders = sources('credentials').flatMap(({ path, text }) =>
			imports(text)
				.filter((name) => name.startsWith('.'))
				.map((name) => target(path, name)),
		);
		expect(new Set(folders)).toEqual(new Set(['api']));
	});

	it('shipped code imports n8n-workflow, node:crypto and itself, nothing that does not ship', () => {
		const foreign = all.flatMap(({ path, text }) =>
			imports(text)
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
		const callers = all.filter(({ text }) => /helpers\.(http)?request/i.test(text));
		expect(callers.map(({ path }) => path)).toEqual(['api/send.ts']);
		const calls = callers[0].text.match(/helpers\.httpRequest\w*/g);
		expect(calls).toEqual(['helpers.httpRequestWithAuthentication', 'helpers.httpRequest']);
	});

	it('nothing shipped goes round it', () => {
		const bypasses = all.filter(({ text }) =>
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
		const silenced = all.filter(({ text }) =>
			/eslint-disable|@ts-(ignore|nocheck|expect-error)|\bas any\b|:\s*any\b/.test(text),
		);
		expect(silenced.map(({ path }) => path)).toEqual([]);
	});

	it('what people read is plain English in ASCII', () => {
		const foreign = all.filter(({ text }) =>
			[...text].some((letter) => letter.charCodeAt(0) > 127),
		);
		expect(foreign.map(({ path }) => path)).toEqual([]);
	});
});
