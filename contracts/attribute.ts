import { z } from 'zod';
import { request } from './shapes';

/** The types of fields, of custom fields and of document templates alike. */
export const AttributeTypeSchema = z.enum([
	'DROPDOWN',
	'MULTI_SELECT',
	'CHECKBOX',
	'TEXT',
	'TEXT_MULTILINE',
	'TEXT_ENCRYPTED',
	'NUMERIC',
	'DECIMAL',
	'DATE',
	'DATE_TIME',
	'TIME',
	'ATTACHMENT',
	'NODE_DROPDOWN',
	'NODE_MULTI_SELECT',
	'CLIENT_DROPDOWN',
	'CLIENT_MULTI_SELECT',
	'CLIENT_LOCATION_DROPDOWN',
	'CLIENT_LOCATION_MULTI_SELECT',
	'CLIENT_DOCUMENT_DROPDOWN',
	'CLIENT_DOCUMENT_MULTI_SELECT',
	'EMAIL',
	'PHONE',
	'IP_ADDRESS',
	'WYSIWYG',
	'URL',
	'MONETARY',
	'IDENTIFIER',
	'TOTP',
]);

export const TechnicianPermissionSchema = z.enum(['NONE', 'EDITABLE', 'READ_ONLY']);
/** What the API, or a script, may do with a field's value. */
export const AttributePermissionSchema = z.enum(['NONE', 'READ_ONLY', 'WRITE_ONLY', 'READ_WRITE']);

/** What a field's values are held against, by the field's type. */
export const AdvancedSettingsSchema = request({
	fileMaxSize: z.number().int(),
	fileExtensions: z.array(z.string()),
	dateFilters: request({
		type: z
			.enum(['NONE', 'INCLUDE', 'EXCLUDE', 'PAST_DATES_ONLY', 'FUTURE_DATES_ONLY', 'RANGE'])
			.optional(),
		selected: z.array(z.string()).optional(),
	}),
	maxCharacters: z.number().int(),
	complexityRules: request({
		mustContainOneInteger: z.boolean(),
		mustContainOneLowercaseLetter: z.boolean(),
		mustContainOneUppercaseLetter: z.boolean(),
		greaterOrEqualThanSixCharacters: z.boolean(),
	}).partial(),
	numericRange: request({ min: z.number().optional(), max: z.number().optional() }),
	org: z.array(z.number().int()),
	nodeClass: z.array(z.string()),
	ipAddressType: z.enum(['ALL', 'IPV4', 'IPV6']),
	expandLargeValueOnRender: z.boolean(),
	identifier: request({
		automaticGenerationEnabled: z.boolean(),
		scope: z.enum(['NONE', 'GLOBAL', 'ORGANIZATION']),
		assignTo: z.enum(['NEW_ASSETS_ONLY', 'NEW_AND_EXISTING_ASSETS']),
		type: z.enum(['CUSTOM', 'SEQUENCE']),
		nextSequenceNumber: z.number().int(),
		prefix: z.string(),
		suffix: z.string(),
	}).partial(),
	monetary: request({ currency: z.string().length(3).optional() }),
	templates: z.array(z.number().int()),
}).partial();
