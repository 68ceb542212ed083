/**
 * The packaging stage, after `n8n-node build` has compiled and copied: `prune` takes away what does not belong into
 * the package, `icons` puts the icons beside what uses them, `verify` looks at the result as npm would publish it.
 */
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, readdirSync, rmSync, statSync } = require('node:fs');
const { dirname, join, relative, resolve } = require('node:path');
const { dest, series, src } = require('gulp');

const root = __dirname;
const dist = join(root, 'dist');
const manifest = require('./package.json');

/** Folders that ship; n8n-node build also copies every picture that it finds elsewhere in the repository. */
const shipped = ['api', 'credentials', 'icons', 'nodes', 'operations', 'resources'];

/** Unpacked bytes that the package may have. It loads at every start of every n8n that has it. */
const sizeBudget = 1_000_000;
const iconBudget = 10_000;

function prune(done) {
	for (const name of readdirSync(dist)) {
		if (!shipped.includes(name)) rmSync(join(dist, name), { recursive: true });
	}
	done();
}

/** As bytes: gulp would otherwise read pictures as text and spoil them. */
function icons() {
	return src('icons/*.svg', { encoding: false }).pipe(dest('dist/icons'));
}

async function verify() {
	const files = filesIn(dist);
	const findings = [
		...registered(),
		...unwanted(files),
		...files.filter((file) => file.endsWith('.js')).flatMap(foreignImports),
		...files.filter((file) => file.endsWith('.node.js')).flatMap(nodeParts),
		...themedIcons(),
		...overBudget(files),
	];
	if (findings.length > 0)
		throw new Error(`The package is not fit to ship:\n- ${findings.join('\n- ')}`);
	const kilobytes = Math.round(size(files) / 1000);
	console.log(
		`Package verified: ${files.length} files, ${kilobytes} KB of at most ${sizeBudget / 1000} KB`,
	);
}

function registered() {
	const { nodes, credentials } = manifest.n8n;
	return [...nodes, ...credentials]
		.filter((path) => !existsSync(join(root, path)))
		.map((path) => `package.json names ${path}, which does not exist`);
}

function unwanted(files) {
	return files
		.filter((file) => /\.test\.|tsbuildinfo|package\.json$/.test(file))
		.map((file) => `${show(file)} does not belong into the package`);
}

/** Shipped code has no run-time dependencies: n8n-workflow is n8n's own, node:crypto the platform's. */
function foreignImports(file) {
	const source = readFileSync(file, 'utf8');
	return [...source.matchAll(/\brequire\(["']([^"']+)["']\)/g)]
		.map(([, name]) => name)
		.filter((name) => !/^(n8n-workflow|node:crypto|\.{1,2}\/)/.test(name))
		.map((name) => `${show(file)} imports ${name}`);
}

/** A codex without `resources` is dropped by n8n without a word. */
function nodeParts(file) {
	const codex = file.replace(/\.js$/, '.json');
	if (!existsSync(codex)) return [`${show(codex)} (the codex) is missing`];
	const { resources, alias } = JSON.parse(readFileSync(codex, 'utf8'));
	if (!resources?.primaryDocumentation || !alias?.length) {
		return [`${show(codex)} needs resources.primaryDocumentation and alias`];
	}
	return iconsOf(file);
}

function iconsOf(file) {
	return [...readFileSync(file, 'utf8').matchAll(/'file:([^']+\.svg)'/g)]
		.map(([, path]) => resolve(dirname(file), path))
		.filter((path) => !existsSync(path))
		.map((path) => `${show(path)} is missing, ${show(file)} shows it`);
}

/** Built icons equal the sources to the byte, and are small. */
function themedIcons() {
	return readdirSync(join(root, 'icons')).flatMap((name) => {
		const [source, built] = [join(root, 'icons', name), join(dist, 'icons', name)];
		if (digest(source) !== digest(built)) return [`icons/${name} differs from its copy in dist`];
		return statSync(built).size > iconBudget
			? [`icons/${name} is larger than ${iconBudget} bytes`]
			: [];
	});
}

function overBudget(files) {
	const bytes = size(files);
	return bytes > sizeBudget ? [`dist has ${bytes} bytes, the budget is ${sizeBudget}`] : [];
}

const filesIn = (folder) =>
	readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		return entry.isDirectory() ? filesIn(path) : [path];
	});
const size = (files) => files.reduce((sum, file) => sum + statSync(file).size, 0);
const digest = (file) =>
	existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : undefined;
const show = (file) => relative(root, file);

exports.verify = verify;
exports.default = series(prune, icons, verify);
