import { z } from 'zod';

/**
 * Makes records of a contract: what nobody looks at has the same value in each of them, what is optional is left out
 * unless it is given.
 */
export function filled<Shape extends z.ZodRawShape>(
	schema: z.ZodObject<Shape, z.UnknownKeysParam>,
) {
	type Record = z.infer<z.ZodObject<Shape>>;
	const needed = Object.entries(schema.shape).filter(([, type]) => !type.isOptional());
	const usual = Object.fromEntries(needed.map(([name, type]) => [name, valueOf(type, name)]));
	return (given: Partial<Record>) => ({ ...usual, ...given }) as Record;
}

function valueOf(type: z.ZodTypeAny, name: string): unknown {
	if (type instanceof z.ZodBoolean) return false;
	if (type instanceof z.ZodNumber) return 0;
	if (type instanceof z.ZodEnum) return (type.options as unknown[])[0];
	if (type instanceof z.ZodArray) return [];
	if (type instanceof z.ZodString && type.isUUID) return '00000000-0000-4000-a000-000000000001';
	// `interfaceType` reads "interface type".
	return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
