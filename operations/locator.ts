import type { INodePropertyMode } from 'n8n-workflow';
import { inputError } from '../api/errors';
import { textOf } from '../api/given';
import { listSearchOf, type ListPicker } from './editor/search';
import type { Field } from './field';
import { numericId, uuidId } from './ids';

export interface LocatorLook {
	displayName: string;
	description: string;
	/** Finds it in the editor. */
	picker: ListPicker;
	/** What an id looks like, for the placeholder. */
	example: string;
}

/** How a record is given that is not picked from the list. */
const byId = { displayName: 'By ID', name: 'id' };
export const byName = { displayName: 'By Name', name: 'name' };

/**
 * A record with a numeric id: picked from a list that NinjaOne searches, by ID, or by the address of its page.
 * @param page its place in NinjaOne's web addresses, such as `deviceDashboard` in `#/deviceDashboard/12/overview`
 */
export function locator({ page, ...look }: LocatorLook & { page: string }): Field<number> {
	const inAddress = new RegExp(`^https?://[^/]+/.*${page}/([0-9]+)`);
	const address = `the address of ${withArticle(look.displayName.toLowerCase())} in NinjaOne`;
	return resourceLocator(
		look,
		[
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: `e.g. https://app.ninjarmm.com/#/${page}/${look.example}/overview`,
				extractValue: { type: 'regex', regex: inAddress.source },
				validation: [
					{
						type: 'regex',
						properties: {
							regex: `${inAddress.source}.*`,
							errorMessage: `Not ${address}`,
						},
					},
				],
			},
		],
		(mode, value, label) => {
			if (mode !== 'url') return numericId(value, label);
			const id = inAddress.exec(textOf(value) ?? '')?.[1];
			if (id !== undefined) return numericId(id, label);
			throw inputError(
				label,
				`is not ${address}`,
				`It should hold "${page}/" and a number. Nothing was sent to NinjaOne.`,
			);
		},
	);
}

/**
 * A record with a UUID: picked from a list, or by UID.
 * @param advice for someone who gives something else
 */
export const uidLocator = (look: LocatorLook, advice?: string): Field<string> =>
	listLocator(look, (value, label) => uuidId(value, label, advice));

/** A record with an identifier of its own kind: picked from a list, or given. */
export function listLocator<T>(
	look: LocatorLook,
	read: (value: unknown, label: string) => T,
	typed = byId,
): Field<T> {
	return resourceLocator(look, [], (_, value, label) => read(value, label), typed);
}

export function resourceLocator<T>(
	{ displayName, description, picker, example }: LocatorLook,
	otherModes: INodePropertyMode[],
	read: (mode: string, value: unknown, label: string) => T,
	typed = byId,
): Field<T> {
	return {
		property: {
			displayName,
			description,
			type: 'resourceLocator',
			required: true,
			default: { mode: 'list', value: '' },
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					placeholder: `Choose ${withArticle(displayName.toLowerCase())}...`,
					typeOptions: { searchListMethod: picker.method, searchable: true },
				},
				{ ...typed, type: 'string', placeholder: `e.g. ${example}` },
				...otherModes,
			],
		},
		methods: { listSearch: listSearchOf(picker) },
		parse(value, { label }) {
			const { mode, value: given } = located(value);
			return read(mode, given, label);
		},
	};
}

/** What n8n gives for a locator; an expression may give the ID alone. */
export function located(given: unknown): { mode: string; value?: unknown } {
	const isLocator = typeof given === 'object' && given !== null;
	return { mode: 'id', ...(isLocator ? given : { value: given }) };
}

const withArticle = (noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
