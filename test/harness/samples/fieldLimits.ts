import type { IDataObject } from 'n8n-workflow';

/** Every limit that a field's values can be held against, by the type of field that has it. */
export const limitsByType: Readonly<Record<string, IDataObject>> = {
	ATTACHMENT: { fileMaxSize: 10, fileExtensions: ['pdf', 'txt'] },
	CLIENT_DOCUMENT_DROPDOWN: { templates: [3101] },
	DATE: { dateFilters: { type: 'RANGE', selected: ['2026-01-01', '2030-01-31'] } },
	IDENTIFIER: {
		identifier: {
			assignTo: 'NEW_ASSETS_ONLY',
			automaticGenerationEnabled: true,
			nextSequenceNumber: 100,
			prefix: 'A-',
			scope: 'ORGANIZATION',
			suffix: '-X',
			type: 'SEQUENCE',
		},
	},
	IP_ADDRESS: { ipAddressType: 'IPV4' },
	MONETARY: { monetary: { currency: 'EUR' } },
	NODE_DROPDOWN: { nodeClass: ['WINDOWS_SERVER'], org: [1] },
	NUMERIC: { numericRange: { max: 10, min: 0 } },
	TEXT: { maxCharacters: 100 },
	TEXT_ENCRYPTED: {
		complexityRules: {
			greaterOrEqualThanSixCharacters: true,
			mustContainOneInteger: true,
			mustContainOneLowercaseLetter: true,
			mustContainOneUppercaseLetter: true,
		},
	},
	WYSIWYG: { expandLargeValueOnRender: true },
};

export const limitedTypes = Object.keys(limitsByType);

/** A machine name for the field of a type. */
export const limitedName = (prefix: string, type: string) =>
	`${prefix}${type.toLowerCase().replaceAll('_', '')}`;
