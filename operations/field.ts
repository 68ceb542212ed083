import type { IDataObject, INodeProperties, NodeParameterValue } from 'n8n-workflow';
import type { Endpoint } from '../api/endpoint';
import type { Rows } from '../api/list';
import type { EditorMethods } from './editor/methods';

/** What a field knows when it reads a value. */
export interface ReadingContext {
	/** The parameter's display name, for messages. */
	label: string;
	/** The workflow's time zone, in which times without an offset are meant. */
	timezone: string;
	/** JSON of the input item, for fields that take values from its columns. */
	input?: IDataObject;
	/** What the author of the workflow wrote, such as `={{ $json.id }}`; absent where nobody can tell. */
	written?: unknown;
	/** Whether the operation changes something. */
	isChange?: boolean;
}

/** The n8n parameter behind a field; its name and place are given where the field is used. */
export type FieldProperty = Omit<INodeProperties, 'name' | 'displayOptions'>;

/**
 * How names become ids. It takes NinjaOne, so it happens when an operation runs, after its parameters were read and
 * before it sees them.
 */
export interface LookUp<T, Given> {
	/** The lists that it can read. */
	readonly endpoints: readonly Endpoint[];
	/** Other parameters that its list depends on: looked up before it. */
	readonly needs?: readonly string[];
	/**
	 * Not asked about a field that was not given; reads nothing where no name was given.
	 * @throws NinjaOneError for names that nothing or more than one record has
	 */
	resolve(given: Given, context: LookUpContext): Promise<T>;
	/** What stands in for the result while an item is checked and nothing is read yet. */
	assume(given: Given): T;
}

/** What a look-up has at hand. */
export interface LookUpContext {
	/** Reads a list, once for all items of an execution. */
	rows: Rows;
	/** The parameter's display name, for messages. */
	label: string;
	/** The other parameters. */
	values: Values;
}

export type Values = Record<string, unknown>;

/**
 * One parameter of an operation: how n8n shows it, and how its value is read. Reading checks: what it returns may go
 * to NinjaOne, everything else throws with the parameter's name. Names of records are looked up afterwards; until then
 * they are among what was `Given`.
 */
export interface Field<T, Given = T> {
	readonly property: FieldProperty;
	readonly parse: (value: unknown, context: ReadingContext) => Given;
	readonly lookUp?: LookUp<T, Given>;
	/** What n8n's editor calls for its choices. */
	readonly methods?: Partial<EditorMethods>;
	/** Shown only while these other parameters of the operation have one of these values. */
	readonly when?: Readonly<Record<string, NodeParameterValue[]>>;
	/** Set by the author of the workflow in the node and by nobody else: no expression, so no AI agent either. */
	readonly authorOnly?: boolean;
	/** Blank out of an expression is a value here, too: no text, nothing to clear. */
	readonly takesBlank?: boolean;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The values of a set of fields, names looked up. */
export type ValuesOf<F extends Fields> = {
	[Name in keyof F]: F[Name] extends Field<infer T, unknown> ? T : never;
};

/** The values of a set of fields as they are read, before names are looked up. */
export type GivenOf<F extends Fields> = {
	[Name in keyof F]: F[Name] extends Field<unknown, infer Given> ? Given : never;
};

/** Shows a field only while others have certain values; otherwise it reads as undefined. */
export function onlyWhen<T, Given>(
	when: Record<string, NodeParameterValue[]>,
	field: Field<T, Given>,
): Field<T | undefined, Given | undefined> {
	return { ...field, when };
}

/** Lets a list be empty out of an expression, where none is as good as some. */
export const mayBeNone = <T, Given>(field: Field<T, Given>): Field<T, Given> => ({
	...field,
	takesBlank: true,
});

export const isEmpty = (value: unknown) =>
	value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/** Whether a field's condition is met. It looks at fields that come before, as they were read. */
export const applies = ({ when }: Pick<Field<unknown>, 'when'>, values: Record<string, unknown>) =>
	Object.entries(when ?? {}).every(([name, accepted]) =>
		(accepted as unknown[]).includes(values[name]),
	);
