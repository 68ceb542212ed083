import type { INodeParameters } from 'n8n-workflow';
import { limitedName, limitedTypes, limitsByType } from './fieldLimits';
import { byId, byName } from './common';

const map = (value: INodeParameters) => ({ mappingMode: 'defineBelow', value });

const line = byId(3101);
const lineByName = byName('Internet Line');
/** A document in use, its template, and a document in the archive. */
const someDocument = 3501;
const siteSummary = byId(3102);
const archivedDocument = 3500;
/** A template in the archive. */
const archivedTemplate = '3104';

const newField = { fieldLabel: 'Added', fieldName: 'added', fieldType: 'TEXT' };

/** All that can be said about a field of a template besides. */
const everyDetail = {
	fieldApiPermission: 'READ_WRITE',
	fieldDefaultValue: 'One',
	fieldDescription: 'What it is',
	fieldScriptPermission: 'NONE',
	fieldTechnicianPermission: 'EDITABLE',
};
const everyText = { footerText: 'Below', required: true, tooltipText: 'Beside' };

/** A field with limits for each type that has some. */
const limited = limitedTypes.map((fieldType) => ({
	fieldLabel: `Limited ${fieldType}`,
	fieldName: limitedName('limited', fieldType),
	fieldType,
	fieldContent: { advancedSettings: limitsByType[fieldType] },
}));

const heading = { uiElementType: 'TITLE', uiElementName: 'About', uiElementValue: 'The contract' };

/** @param organization the name of the first one */
export const documentSamples = (
	organization: string,
): Readonly<Record<string, INodeParameters[]>> => ({
	'document.getMany': [
		{
			returnAll: true,
			values: 'readable',
			reveal: true,
			filters: {
				documentName: 'line',
				groupBy: 'TEMPLATE',
				organizationIds: [1, organization],
				templateIds: [3101, 'Site Summary'],
				templateName: 'line',
			},
		},
		{ returnAll: false, limit: 2, values: 'raw' },
	],
	'document.get': [
		{ documentId: byId(someDocument) },
		{
			documentId: byName('Site Summary'),
			values: 'raw',
			reveal: true,
			lookIn: { organizationId: organization, templateId: 'Site Summary' },
		},
	],
	'document.getSignedUrls': [{ documentId: byId(someDocument) }],
	'document.create': [
		{
			organizationId: byId(1),
			templateId: line,
			name: 'Third line',
			description: 'For telephony',
			fields: map({
				provider: 'Example Fiber',
				bandwidth: 500,
				monthlyPrice: 49.9,
				failover: true,
				contractEnd: '2030-01-31',
				lastTest: '2026-01-31T08:00:00Z',
				lineType: 'Fiber',
				services: 'Telephony, Television',
				gateway: '192.0.2.1',
				portal: 'https://portal.example.com',
				support: 'support@example.com',
				portalPassword: 'not to be seen',
				notes: '<p>New</p>',
			}),
		},
		{
			organizationId: byName(organization),
			templateId: lineByName,
			name: 'Fourth line',
			fields: map({ provider: 'Example Cable' }),
		},
		{
			organizationId: byId(1),
			templateId: byName('Application'),
			name: 'Payroll',
			fields: map({ vendor: 'Example Software', manual: 'data' }),
		},
	],
	'document.createMany': [
		{
			documents: [
				{
					organization: 1,
					template: 3101,
					name: 'Fifth line',
					description: 'For guests',
					fields: { Provider: 'Example Fiber', portalPassword: 'not to be seen' },
				},
				{
					organization,
					template: 'Application',
					name: 'Ledger',
					fields: { Vendor: 'Example Software', criticality: 'High' },
				},
			] as never,
		},
		{
			documents: [
				{
					organization,
					template: 'Application',
					name: 'Archive',
					fields: { Vendor: 'Example Software', manual: 'data' },
				},
			] as never,
		},
	],
	'document.createOrUpdate': [
		{
			organizationId: byId(2),
			templateId: line,
			name: 'Guest line',
			description: 'For guests',
			fields: map({ provider: 'Example Fiber', portalPassword: 'not to be seen' }),
		},
		{
			organizationId: byId(2),
			templateId: line,
			name: 'guest line',
			fields: map({ bandwidth: 250 }),
		},
		{
			organizationId: byName(organization),
			templateId: byName('Site Summary'),
			fields: map({ access: 'Ring once.', plan: 'picture' }),
		},
	],
	'document.update': [
		{
			templateId: siteSummary,
			documentId: byId(someDocument),
			organizationId: byName(organization),
			name: 'The site',
			description: 'Where it is',
			fields: map({ opening: '08:30' }),
			clearFields: ['access'],
		},
		{
			templateId: byName('Application'),
			documentId: byName('Ledger'),
			fields: map({ phone: '+1 555 0100', manual: 'data' }),
		},
	],
	'document.updateMany': [
		{
			documents: [
				{
					document: someDocument,
					name: 'Site Summary',
					description: 'Where it is',
					fields: { 'How to get in': 'Ring twice.', 'Floor plan': 'picture' },
					clear: ['opening'],
				},
				{
					document: 'Main line',
					organization,
					template: 'Internet Line',
					fields: { bandwidth: 1000, portalPassword: 'not to be seen' },
				},
			] as never,
		},
	],
	'document.restore': [{ ids: `${archivedDocument}` }, { ids: '3501,3502' }],
	'document.archive': [{ ids: `${archivedDocument}` }, { ids: '3502,3503' }],
	'document.delete': [
		{ ids: `${archivedDocument}` },
		{ ids: '3504', archiveFirst: true },
		{ ids: '3502,3503', archiveFirst: true },
	],
	'documentTemplate.getMany': [
		{ returnAll: true, state: 'all', includeRoles: true, filters: { name: 'Internet' } },
		{ returnAll: false, limit: 2, state: 'archived' },
	],
	'documentTemplate.get': [
		{ templateId: line, includeRoles: true },
		{ templateId: lineByName, output: 'raw' },
	],
	'documentTemplate.create': [
		{
			name: 'Contract',
			allowMultiple: false,
			items: [
				heading,
				{ ...newField, ...everyDetail, fieldContent: everyText },
				...limited,
				{
					fieldLabel: 'Kind',
					fieldName: 'kind',
					fieldType: 'DROPDOWN',
					fieldContent: { values: ['Short', { name: 'Long' }] },
				},
			] as never,
			settings: {
				allowedTechnicianRoles: '1',
				availableToAllTechnicians: false,
				description: 'What was signed',
				mandatory: false,
			},
		},
		{ name: 'Empty form' },
	],
	'documentTemplate.update': [
		{
			templateId: line,
			add: [newField, heading, ...limited] as never,
			replace: [
				{
					...everyDetail,
					fieldName: 'lineType',
					fieldLabel: 'Type of line',
					fieldContent: { ...everyText, values: ['Fiber', 'Cable', 'DSL', 'Radio'] },
				},
			] as never,
			remove: ['support'],
			updateFields: {
				allowedTechnicianRoles: '1',
				availableToAllTechnicians: true,
				description: 'Lines to the Internet',
				mandatory: true,
				name: 'Line',
			},
		},
		{ templateId: byName('Application'), updateFields: { mandatory: true } },
	],
	'documentTemplate.archive': [{ ids: '3101' }, { ids: '3102,3103' }],
	'documentTemplate.restore': [{ ids: '3101' }, { ids: '3102,3103' }],
	'documentTemplate.delete': [
		{ ids: archivedTemplate },
		{ ids: '3103', archiveFirst: true },
		{ ids: '3101,3102', archiveFirst: true },
	],
});
