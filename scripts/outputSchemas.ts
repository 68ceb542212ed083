import type { Driven } from '../test/harness/drive';

/** JSON Schema, as far as n8n's editor reads it: types, properties, items. */
export interface OutputSchema {
	type?: string | string[];
	properties?: Record<string, OutputSchema>;
	items?: OutputSchema;
	/** n8n's own, and always 1. */
	version?: number;
}

/** Where n8n looks for them: beside the node, by its version, resource and operation. */
export const schemaFolder = 'nodes/NinjaOne/__schema__/v1.0.0';

/** Rows that no sample has, and what has the same. */
const alike: Readonly<Record<string, string>> = {
	'checklist.getSignedUrls': 'relatedItem.getSignedUrls',
	'customField.getSignedUrls': 'relatedItem.getSignedUrls',
	'document.getSignedUrls': 'relatedItem.getSignedUrls',
	'knowledgeBaseArticle.getSignedUrls': 'relatedItem.getSignedUrls',
};

/** Objects whose names are those of the user's own fields. */
const named = ['changes', 'fields', 'formFields', 'values'];

/** Comes only where the author of a workflow asks for it. */
const unasked = 'secureValues';

/**
 * What comes out of each operation, by path of its file: n8n's editor offers the fields before a node has run, and its
 * builder knows them. It is what came out of the samples, so every field is one that was seen.
 */
export function outputSchemas(driven: ReadonlyMap<string, Driven>): Map<string, string> {
	const files = [...driven.keys()].map((key) => {
		const rows = driven.get(alike[key] ?? key)?.rows ?? [];
		const schema = { ...schemaOf(rows), version: 1 };
		const path = `${schemaFolder}/${key.replace('.', '/')}.json`;
		return [path, `${JSON.stringify(schema, null, '\t')}\n`] as const;
	});
	return new Map(files);
}

/** What all these values have in common; nothing is said where there is none. */
function schemaOf(values: readonly unknown[]): OutputSchema {
	const types = [...new Set(values.map(typeOf))].filter((type) => type !== 'null').sort();
	if (types.length === 0) return values.length > 0 ? { type: 'null' } : {};
	return {
		type: types.length === 1 ? types[0] : types,
		...(types.includes('object') ? { properties: propertiesOf(values.filter(isObject)) } : {}),
		...(types.includes('array') ? { items: schemaOf(values.filter(Array.isArray).flat()) } : {}),
	};
}

function propertiesOf(objects: ReadonlyArray<Record<string, unknown>>) {
	const names = [...new Set(objects.flatMap(Object.keys))].filter((name) => name !== unasked);
	return Object.fromEntries(
		names.map((name) => {
			const values = objects.map((object) => object[name]).filter((value) => value !== undefined);
			const isNamed = named.includes(name) && values.every(isObject);
			return [name, schemaOf(isNamed ? [{}] : values)];
		}),
	);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeOf(value) === 'object';

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return typeof value;
}
