import { resources } from '../../resources';
import { glob, isThere, readText } from './files.js';

const operations = Object.entries(resources).flatMap(([resource, { operations }]) =>
	Object.keys(operations).map((operation) => [resource, operation] as const),
);

describe('whoever looks for an operation', () => {
	it.each(operations)('finds %s.%s in the folder of its resource, by its key', (resource, key) => {
		const folder = `resources/${resource}`;
		const isRow = new RegExp(`^\\t+${key}(:|,$)`, 'm');
		const rows = glob(`${folder}/**/*.ts`).filter((path) => isRow.test(readText(path)));
		expect([...rows, ...(isThere(`${folder}/${key}.ts`) ? [`${key}.ts`] : [])]).not.toEqual([]);
	});

	it('finds a folder for each resource, and no other but that of shared fields', () => {
		const folders = new Set(
			glob('resources/**/*.ts')
				.filter((path) => path.split('/').length === 3)
				.map((path) => path.split('/')[1]),
		);
		expect([...folders].sort()).toEqual([...Object.keys(resources), 'fields'].sort());
	});
});
