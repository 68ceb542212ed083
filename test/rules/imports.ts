import { glob, readText } from './files.js';

/** A TypeScript file and the project's files that it imports from, types included. */
export interface Source {
	path: string;
	text: string;
	/** What stands behind `from`. */
	names: string[];
	/** Those of them that are files of the project, by path. */
	imports: string[];
}

const imported = /(?:\bfrom |\bimport\()'([^']+)'/g;

/** The TypeScript files of a folder. */
export function sources(folder: string): Source[] {
	return glob(`${folder}/**/*.ts`).map((path) => {
		const text = readText(path);
		const names = [...text.matchAll(imported)].map(([, name]) => name);
		const isOurs = (name: string) => name.startsWith('.');
		return { path, text, names, imports: names.filter(isOurs).map((name) => resolve(path, name)) };
	});
}

/** The path that a relative import leads to, without its ending. */
const resolve = (path: string, name: string) =>
	withoutEnding(new URL(name, `file:///${path}`).pathname.slice(1));

const withoutEnding = (path: string) => path.replace(/\.[jt]s$/, '');

/** What each file imports, by path without ending; a folder stands for its index. */
function graphOf(files: readonly Source[]): Map<string, string[]> {
	const known = new Set(files.map(({ path }) => withoutEnding(path)));
	const file = (target: string) => (known.has(target) ? target : `${target}/index`);
	return new Map(
		files.map(({ path, imports }) => [withoutEnding(path), imports.map(file)] as const),
	);
}

/** The ways by which imports lead from files to other files, each as short as can be; by file. */
export function reachedFrom(files: readonly Source[], start: string): Map<string, string[]> {
	return waysFrom(graphOf(files), withoutEnding(start));
}

function waysFrom(graph: ReadonlyMap<string, string[]>, start: string): Map<string, string[]> {
	const ways = new Map<string, string[]>();
	const next = [[start]];
	for (const way of next) {
		for (const target of graph.get(way[way.length - 1]) ?? []) {
			if (ways.has(target)) continue;
			const longer = [...way, target];
			ways.set(target, longer);
			next.push(longer);
		}
	}
	return ways;
}

/** Circles of imports as `a > b > a`: of each file the shortest that it is part of, and each circle once. */
export function circles(files: readonly Source[]): string[] {
	const graph = graphOf(files);
	const found = new Map<string, string>();
	for (const file of graph.keys()) {
		const circle = waysFrom(graph, file).get(file);
		if (!circle) continue;
		const members = [...new Set(circle)].sort().join();
		if (!found.has(members)) found.set(members, circle.join(' > '));
	}
	return [...found.values()];
}
