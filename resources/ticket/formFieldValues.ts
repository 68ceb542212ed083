import type { IDataObject } from 'n8n-workflow';
import { tickets } from '../../api/endpoints/tickets';
import { inputError } from '../../api/errors';
import { call } from '../../api/request';
import { attributeDefinitions } from '../../api/typedFields/definition';
import { isFileToUpload } from '../../api/typedFields/attachments';
import { encodeValues, type GivenValues } from '../../api/typedFields/values';
import type { Caller } from '../../operations/operation';
import { withFiles } from '../fields/attachmentValues';

/** A value of a form's field as NinjaOne takes it: always text. `id` is the value's own, where it exists already. */
export interface AttributeValue {
	id?: number;
	attributeId: number;
	value: string;
}

/** Values to set and fields to empty; the secrets among them must not be shown. */
export interface AttributeChange {
	set: AttributeValue[];
	clear: number[];
	secrets: string[];
	/** What of `set` waits for files to be uploaded; see `withUploads`. */
	files: Record<string, unknown>;
}

/** A form with its fields, read once in an execution. Needs `ticketForm`. */
export const formOf = async (caller: Caller, id: number): Promise<IDataObject> =>
	await caller.shared(
		`ticket form ${id}`,
		async () => await caller.send(call(tickets.form, { path: { id } })),
	);

/**
 * Checks values against a form, and turns them into text.
 * @param clear names of fields to empty
 */
export function attributeChange(
	form: IDataObject,
	given: GivenValues,
	clear: readonly string[] = [],
): AttributeChange {
	const { fields, secrets } = encodeValues(attributeDefinitions(form), given, clear);
	const entries = Object.entries(fields).map(([name, value]) => [Number(name), value] as const);
	return {
		set: entries
			.filter(([, value]) => value !== null)
			.map(([attributeId, value]) => ({ attributeId, value: valueText(value) })),
		clear: entries.filter(([, value]) => value === null).map(([attributeId]) => attributeId),
		secrets,
		files: Object.fromEntries(Object.entries(fields).filter(([, value]) => isFileToUpload(value))),
	};
}

/** The same values, with the files among them uploaded: the last step before a ticket is written. */
export async function withUploads(
	caller: Caller,
	change: AttributeChange,
): Promise<AttributeChange> {
	const uploaded = await withFiles(caller, 'TICKET', change.files);
	const set = change.set.map((one) =>
		one.attributeId in uploaded ? { ...one, value: valueText(uploaded[one.attributeId]) } : one,
	);
	return { ...change, set, files: {} };
}

/** Several options are joined by commas, which their ids never hold; objects, such as rich text, are JSON. */
export function valueText(value: unknown): string {
	// Taken for given until it is uploaded.
	if (isFileToUpload(value)) return value.binaryField;
	if (Array.isArray(value)) return value.map(valueText).join(',');
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** @throws NinjaOneError that names the fields which the form requires and which have no value */
export function demandRequired(form: IDataObject, values: readonly AttributeValue[]): void {
	const missing = ((form.fields ?? []) as IDataObject[])
		// NinjaOne's own fields, such as the subject, are no attributes of a ticket.
		.filter(({ active, system }) => active !== false && system !== true)
		.filter(({ content }) => (content as IDataObject | undefined)?.required === true)
		.filter(
			({ id }) => !values.some(({ attributeId, value }) => attributeId === id && value !== ''),
		)
		.map(({ name }) => `"${String(name)}"`);
	if (missing.length === 0) return;
	throw inputError(
		'Form Fields',
		`has no value for ${missing.join(', ')}, which the form "${String(form.name)}" requires`,
		'Give it one. Nothing was sent to NinjaOne.',
	);
}
