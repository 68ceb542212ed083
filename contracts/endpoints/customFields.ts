import { z } from 'zod';
import { SignedUrlsSchema } from '../attachment';
import type { Contract } from '../contract';
import {
	CustomFieldSchema,
	CustomFieldsPageSchema,
	CustomFieldUpdateSchema,
	CustomFieldUpdatesSchema,
	CustomFieldValuesSchema,
	DeletedCustomFieldsSchema,
	NewCustomFieldSchema,
	NewCustomFieldsSchema,
} from '../customField';

/** Custom fields: their definitions, and the values of whatever has some. */
export const customFieldContracts = {
	'GET /v2/custom-fields': { answer: CustomFieldsPageSchema },
	'POST /v2/custom-fields': { request: NewCustomFieldSchema, answer: CustomFieldSchema },
	'GET /v2/custom-fields/field-name/{fieldName}': { answer: CustomFieldSchema },
	'PUT /v2/custom-fields/field-name/{fieldName}': {
		request: CustomFieldUpdateSchema,
		answer: CustomFieldSchema,
	},
	'DELETE /v2/custom-fields/field-name/{fieldName}': {},
	'POST /v2/custom-fields/bulk': {
		request: NewCustomFieldsSchema,
		answer: z.array(CustomFieldSchema),
	},
	'PUT /v2/custom-fields/bulk': {
		request: CustomFieldUpdatesSchema,
		answer: z.array(CustomFieldSchema),
	},
	'DELETE /v2/custom-fields/bulk': { answer: DeletedCustomFieldsSchema },
	'GET /v2/device-custom-fields': { answer: z.array(CustomFieldSchema) },

	'GET /v2/device/{id}/custom-fields': { answer: CustomFieldValuesSchema },
	'PATCH /v2/device/{id}/custom-fields': { request: CustomFieldValuesSchema },
	'GET /v2/organization/{id}/custom-fields': { answer: CustomFieldValuesSchema },
	'PATCH /v2/organization/{id}/custom-fields': { request: CustomFieldValuesSchema },
	'GET /v2/organization/{id}/location/{locationId}/custom-fields': {
		answer: CustomFieldValuesSchema,
	},
	'PATCH /v2/organization/{id}/location/{locationId}/custom-fields': {
		request: CustomFieldValuesSchema,
	},
	'GET /v2/user/end-user/{id}/custom-fields': { answer: CustomFieldValuesSchema },
	'PATCH /v2/user/end-user/{id}/custom-fields': { request: CustomFieldValuesSchema },
	'GET /v2/custom-fields/entity-type/{entityType}/{entityId}/signed-urls': {
		answer: SignedUrlsSchema,
	},
} satisfies Record<string, Contract>;
