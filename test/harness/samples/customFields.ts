import type { INodeParameters } from 'n8n-workflow';
import { namedDeviceFilters } from './deviceFilters';
import { limitedName, limitedTypes, limitsByType } from './fieldLimits';
import { byId, byName } from './common';

const map = (value: INodeParameters) => ({ mappingMode: 'defineBelow', value });

/** Values of every common type for the fields that each kind of record has. */
const valuesFor = (prefix: string): INodeParameters => ({
	[`${prefix}OwnerDepartment`]: 'Finance',
	[`${prefix}SeatCount`]: 12,
	[`${prefix}MonthlyRate`]: 12.5,
	[`${prefix}UnderContract`]: true,
	[`${prefix}ContractEnd`]: '2030-01-31',
	[`${prefix}LastReview`]: '2026-01-31T08:00:00Z',
	[`${prefix}ServiceWindow`]: '17:30',
	[`${prefix}SupportTier`]: 'Gold',
	[`${prefix}CoveredServices`]: 'Backup, Monitoring',
	[`${prefix}FormattedNotes`]: '<p>Checked</p>',
	[`${prefix}AccessCode`]: 'not to be seen',
});

/** Instances without the newer list of definitions. */
const older = { lacking: ['/v2/custom-fields'] };

const device = { entityType: 'NODE', deviceId: byId(1) };
const organization = { entityType: 'ORGANIZATION', organizationId: byId(1) };
const location = { entityType: 'LOCATION', locationId: 1001 };
const setLately = { updatedAfter: '2020-01-01T00:00:00Z' };
const endUser = (endUserId: INodeParameters) => ({ entityType: 'END_USER', endUserId });

/** Definitions that the samples make, change and delete, in this order. */
const newField = (fieldName: string) => ({
	label: `Sample ${fieldName}`,
	fieldName,
	type: 'DROPDOWN',
	content: { values: [{ name: 'One' }] },
});

/** All that can be said about a definition besides, in NinjaOne's own form. */
const everyDetail = {
	apiPermission: 'READ_WRITE',
	defaultValue: 'One',
	definitionScope: ['NODE'],
	description: 'A sample',
	groupId: 1,
	scriptPermission: 'READ_ONLY',
	technicianPermission: 'EDITABLE',
};
const everyText = { footerText: 'Below', required: false, tooltipText: 'Beside' };

/** A field with limits for each type that has some. */
const limited = (prefix: string) =>
	limitedTypes.map((type) => ({
		label: `Limited ${type}`,
		fieldName: limitedName(prefix, type),
		type,
		content: { advancedSettings: limitsByType[type] },
	}));

/** @param someone an end user, and names of a device and of an organization */
export const customFieldSamples = (someone: {
	email: string;
	id: number;
	deviceName: string;
	organizationName: string;
}): Readonly<Record<string, INodeParameters[]>> => ({
	'customField.get': [
		{ ...device, withInheritance: true, values: 'readable', reveal: true },
		{ ...organization, values: 'raw' },
		{ ...older, entityType: 'NODE', deviceId: byName(someone.deviceName) },
		{ entityType: 'ORGANIZATION', organizationId: byName(someone.organizationName) },
		{ ...location, withInheritance: true, reveal: true },
		endUser(byName(someone.email)),
	],
	'customField.getMany': [
		{
			scope: 'devices',
			returnAll: true,
			deviceFilters: { organizationIds: [1] },
			fieldFilters: { ...setLately, fields: ['deviceOwnerDepartment'] },
			reveal: true,
		},
		{ scope: 'devices', returnAll: true, deviceFilters: namedDeviceFilters },
		{ ...older, scope: 'devices', detailed: true, returnAll: false, limit: 20 },
		{
			scope: 'devices',
			detailed: true,
			returnAll: true,
			deviceFilters: { organizationIds: [1] },
			fieldFilters: { ...setLately, fields: ['deviceOwnerDepartment'] },
			reveal: true,
		},
		{
			scope: 'kinds',
			entityTypes: ['ORGANIZATION', 'LOCATION'],
			returnAll: true,
			fieldFilters: { ...setLately, fields: ['organizationSeatCount'] },
			reveal: true,
		},
		{ scope: 'kinds', returnAll: true },
		{ scope: 'kinds', detailed: true, returnAll: true },
		{
			scope: 'kinds',
			detailed: true,
			entityTypes: ['ORGANIZATION'],
			returnAll: true,
			fieldFilters: { ...setLately, fields: ['organizationSeatCount'] },
			reveal: true,
		},
	],
	'customField.getSignedUrls': [
		{ entityType: 'NODE', deviceId: byName(someone.deviceName) },
		{ entityType: 'ORGANIZATION', organizationId: byName(someone.organizationName) },
		location,
		endUser(byName(someone.email)),
	],
	'customField.update': [
		{ ...device, values: map(valuesFor('device')), clearFields: ['deviceHandoverNotes'] },
		{ ...device, values: map({ handoverRecord: 'data' }) },
		{ ...organization, values: map(valuesFor('organization')) },
		{ ...location, values: map(valuesFor('location')) },
		{ ...endUser(byName(someone.email)), values: map(valuesFor('endUser')) },
		{
			...older,
			entityType: 'NODE',
			deviceId: byName(someone.deviceName),
			values: map({ deviceSeatCount: 2 }),
		},
		{
			entityType: 'ORGANIZATION',
			organizationId: byName(someone.organizationName),
			values: map({ organizationSeatCount: 2 }),
		},
	],
	'customField.updateMany': [
		{ entityType: 'NODE', entityIds: '1,2', values: map({ deviceSupportTier: 'Silver' }) },
		{ entityType: 'NODE', entityIds: '1,2', values: map({ handoverRecord: 'picture' }) },
		{ ...older, entityType: 'NODE', entityIds: '1', values: map({ deviceSeatCount: 4 }) },
		{ entityType: 'ORGANIZATION', entityIds: '1', clearFields: ['organizationOwnerDepartment'] },
		{ entityType: 'LOCATION', entityIds: '1001', values: map({ locationUnderContract: false }) },
		{
			entityType: 'END_USER',
			entityIds: String(someone.id),
			values: map({ endUserSeatCount: 3 }),
		},
	],
	'customFieldDefinition.create': [
		{
			label: 'Sample color',
			fieldName: 'sampleColor',
			type: 'DROPDOWN',
			details: {
				addToDefaultTab: true,
				advancedSettings: '{"expandLargeValueOnRender": true}',
				apiPermission: 'READ_WRITE',
				defaultValue: 'Green',
				description: 'A color',
				footerText: 'Below',
				groupId: 1,
				optionNames: 'Green,Red',
				required: false,
				scopes: ['NODE'],
				scriptPermission: 'READ_ONLY',
				technicianPermission: 'EDITABLE',
				tooltipText: 'Beside',
			},
		},
		...limited('one').map(({ content: { advancedSettings }, ...field }) => ({
			...field,
			details: { advancedSettings: JSON.stringify(advancedSettings) },
		})),
	],
	'customFieldDefinition.createMany': [
		{ definitions: JSON.stringify([newField('sampleOne'), newField('sampleTwo')]) },
		{
			definitions: JSON.stringify([
				{
					...newField('sampleThree'),
					...everyDetail,
					addToDefaultTab: true,
					content: { ...everyText, values: [{ name: 'One' }] },
				},
				...limited('many'),
			]),
		},
	],
	'customFieldDefinition.get': [{ fieldName: 'deviceSupportTier' }],
	'customFieldDefinition.getMany': [
		{ returnAll: true, filters: { activeOnly: true, scopes: ['NODE'], types: ['DROPDOWN'] } },
	],
	'customFieldDefinition.update': [
		{
			fieldName: 'deviceSupportTier',
			updateFields: {
				active: true,
				apiPermission: 'READ_WRITE',
				defaultValue: 'Gold',
				description: 'The tier',
				footerText: 'Below',
				groupId: 1,
				label: 'Support tier',
				optionNames: 'Gold,Silver,Steel',
				required: false,
				scopes: ['NODE'],
				scriptPermission: 'READ_ONLY',
				technicianPermission: 'EDITABLE',
				tooltipText: 'Beside',
			},
		},
		...limited('one').map(({ fieldName, content: { advancedSettings } }) => ({
			fieldName,
			updateFields: { advancedSettings: JSON.stringify(advancedSettings) },
		})),
	],
	'customFieldDefinition.updateMany': [
		{ definitions: '[{"fieldName": "deviceSupportTier", "description": "Which tier"}]' },
		{
			definitions: JSON.stringify([
				{
					fieldName: 'sampleThree',
					label: 'Sample three',
					active: true,
					...everyDetail,
					content: { ...everyText, values: [{ name: 'Two', active: true, system: false }] },
				},
				...limited('many'),
			]),
		},
	],
	'customFieldDefinition.delete': [{ fieldName: 'dependentDevices' }],
	'customFieldDefinition.deleteMany': [{ fieldNames: 'deviceGateway,deviceWikiPage' }],
});
