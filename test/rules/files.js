/** Reads the repository for tests that hold its shape; TypeScript under strict lint may not. */
const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..', '..');

/** Paths of a folder's files by their ending, from the root of the repository on: `glob('api/**\/*.ts')`. */
function glob(pattern) {
	const [folder, ending] = pattern.split('/**/*');
	return readdirSync(join(root, folder), { recursive: true })
		.map((name) => `${folder}/${String(name).replaceAll('\\', '/')}`)
		.filter((path) => path.endsWith(ending) && !path.includes('/node_modules/'))
		.sort();
}

const readText = (path) => readFileSync(join(root, path), 'utf8');

/** Whether the repository has a file or folder. */
const isThere = (path) => existsSync(join(root, path));

module.exports = { glob, isThere, readText };
