/**
 * Strict lint reads parameters where they are written as literals; ours are built by the operation language. So the
 * description as n8n gets it is written out as a source file and linted by the same rules, without exceptions.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const { n8n } = require('../package.json');

/** The methods by which a webhook is registered, by name alone: rules ask whether they are there. */
function lifecycle(webhookMethods) {
	if (!webhookMethods) return '';
	const methods = Object.entries(webhookMethods).map(([name, steps]) => {
		const stubs = Object.keys(steps).map((step) => `async ${step}() { return true; }`);
		return `${name}: { ${stubs.join(', ')} }`;
	});
	return `\twebhookMethods = { ${methods.join(', ')} };`;
}

/** The node's class with its description as a literal. */
function asSource(className, { description, webhookMethods }) {
	const literal = JSON.stringify(description, null, '\t').replace(
		/"(inputs|outputs)": \[\s*"main"\s*\]/g,
		'"$1": [NodeConnectionTypes.Main]',
	);
	return [
		"import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';",
		`export class ${className} implements INodeType {`,
		`\tdescription: INodeTypeDescription = ${literal.replace(/"(\w+)":/g, '$1:')};`,
		lifecycle(webhookMethods),
		'}',
	].join('\n');
}

let problems = 0;
for (const path of n8n.nodes) {
	const className = path.match(/(\w+)\.node\.js$/)[1];
	const node = new (require(join(root, path))[className])();
	// Beside the real node, since the rules look at the file's place and at the icons from there.
	const folder = join(root, 'nodes', className);
	const file = join(folder, `${className}.node.ts`);
	const results = await new ESLint({ cwd: root }).lintText(asSource(className, node), {
		filePath: file,
	});
	for (const { line, ruleId, message } of results[0].messages) {
		problems += 1;
		console.log(`${className} as served, line ${line}: ${message} (${ruleId})`);
	}
}
console.log(problems === 0 ? 'Descriptions as served: no findings' : `${problems} findings`);
process.exitCode = problems === 0 ? 0 : 1;
