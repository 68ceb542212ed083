import { readText } from './files.js';
import { runBash } from './run.js';

/** The first code block of the chapter on scripts in a language that holds a text. */
const block = (language: string, holding: string) =>
	[...readText('docs/scripts.md').matchAll(/```(\w+)\n([\s\S]*?)```/g)].find(
		([, name, code]) => name === language && code.includes(holding),
	)?.[2] ?? '';

describe('the bridge script for Bash in docs/scripts.md', () => {
	const bridge = block('bash', 'n8n Bridge');
	const run = (script: string) => runBash(bridge, Buffer.from(script, 'utf8').toString('base64'));

	it('runs the text that it gets, letters of all languages included', () => {
		expect(run('echo "Grüße"; echo 世界')).toEqual({ stdout: 'Grüße\n世界\n', status: 0 });
	});

	it("hands on the text's exit code", () => {
		expect(run('echo before; exit 3')).toEqual({ stdout: 'before\n', status: 3 });
	});
});
