import type { DocumentItem, DocumentTemplate } from '../../contracts';
import type { SeedSource } from '../state/documentation';
import type { Random } from './random';

const firstTemplate = 3101;
const day = 86_400;

type Field = Pick<DocumentItem, 'fieldName' | 'fieldLabel' | 'fieldType'> & Partial<DocumentItem>;

const line: readonly Partial<DocumentItem>[] = [
	{ uiElementType: 'TITLE', uiElementName: 'Contract' },
	{
		fieldName: 'provider',
		fieldLabel: 'Provider',
		fieldType: 'TEXT',
		fieldContent: { required: true, advancedSettings: { maxCharacters: 50 } },
	},
	{ fieldName: 'bandwidth', fieldLabel: 'Bandwidth in Mbit/s', fieldType: 'NUMERIC' },
	{ fieldName: 'monthlyPrice', fieldLabel: 'Monthly price', fieldType: 'DECIMAL' },
	{ fieldName: 'failover', fieldLabel: 'Failover', fieldType: 'CHECKBOX' },
	{ fieldName: 'contractEnd', fieldLabel: 'End of the contract', fieldType: 'DATE' },
	{ fieldName: 'lastTest', fieldLabel: 'Last test', fieldType: 'DATE_TIME' },
	{ fieldName: 'lineType', fieldLabel: 'Kind of line', fieldType: 'DROPDOWN' },
	{ fieldName: 'services', fieldLabel: 'Services', fieldType: 'MULTI_SELECT' },
	{ uiElementType: 'SEPARATOR', uiElementName: 'Access' },
	{ fieldName: 'gateway', fieldLabel: 'Gateway', fieldType: 'IP_ADDRESS' },
	{ fieldName: 'portal', fieldLabel: 'Portal', fieldType: 'URL' },
	{ fieldName: 'support', fieldLabel: 'Support address', fieldType: 'EMAIL' },
	{ fieldName: 'portalPassword', fieldLabel: 'Portal password', fieldType: 'TEXT_ENCRYPTED' },
	{ fieldName: 'notes', fieldLabel: 'Notes', fieldType: 'WYSIWYG' },
	{
		fieldName: 'lineNumber',
		fieldLabel: 'Line number',
		fieldType: 'TEXT',
		fieldApiPermission: 'READ_ONLY',
	},
	{
		fieldName: 'internalRating',
		fieldLabel: 'Internal rating',
		fieldType: 'NUMERIC',
		fieldApiPermission: 'NONE',
	},
];
const site: readonly Field[] = [
	{ fieldName: 'summary', fieldLabel: 'Summary', fieldType: 'WYSIWYG' },
	{ fieldName: 'access', fieldLabel: 'How to get in', fieldType: 'TEXT_MULTILINE' },
	{ fieldName: 'opening', fieldLabel: 'Opens at', fieldType: 'TIME' },
	{ fieldName: 'mainDevice', fieldLabel: 'Main device', fieldType: 'NODE_DROPDOWN' },
	{ fieldName: 'plan', fieldLabel: 'Floor plan', fieldType: 'ATTACHMENT' },
];
const application: readonly Field[] = [
	{
		fieldName: 'vendor',
		fieldLabel: 'Vendor',
		fieldType: 'TEXT',
		fieldContent: { required: true },
	},
	{ fieldName: 'phone', fieldLabel: 'Phone', fieldType: 'PHONE' },
	{ fieldName: 'criticality', fieldLabel: 'Criticality', fieldType: 'DROPDOWN' },
	{ fieldName: 'manual', fieldLabel: 'Manual', fieldType: 'ATTACHMENT' },
];

const choices: Readonly<Record<string, readonly string[]>> = {
	lineType: ['Fiber', 'Cable', 'DSL'],
	services: ['Static address', 'Telephony', 'Television'],
	criticality: ['Low', 'Medium', 'High'],
};

/** The last one has gone out of use; its name was given to another since. */
const templates = [
	{ name: 'Internet Line', items: line },
	{ name: 'Site Summary', items: site, allowMultiple: false, mandatory: true },
	{ name: 'Application', items: application, availableToAllTechnicians: false },
	{ name: 'Internet Line', items: line.slice(0, 3), archived: true },
];

export function seedDocumentTemplates({
	random,
	now,
	nextPartId,
}: Omit<SeedSource, 'organizations'>): DocumentTemplate[] {
	return templates.map(({ name, items, archived = false, ...settings }, at) => ({
		id: firstTemplate + at,
		name,
		description: `What to know about: ${name}`,
		allowMultiple: true,
		mandatory: false,
		createTime: now - 300 * day,
		updateTime: now - 200 * day,
		availableToAllTechnicians: true,
		allowedTechnicianRoles: settings.availableToAllTechnicians === false ? [1] : [],
		...settings,
		fields: items.map((item) => itemOf(item, random, { now: now - 300 * day, nextPartId })),
		archived,
		...(archived && { archivedTime: now - 100 * day }),
	}));
}

function itemOf(
	item: Partial<DocumentItem>,
	random: Random,
	{ now, nextPartId }: Pick<SeedSource, 'now' | 'nextPartId'>,
): DocumentItem {
	const times = { createdTime: now, updatedTime: now };
	if (item.uiElementType) return { ...item, uiElementUid: random.uuid(), ...times };
	const values = choices[item.fieldName ?? '']?.map((name) => ({
		id: random.uuid(),
		name,
		active: true,
	}));
	return {
		fieldId: nextPartId(),
		fieldTechnicianPermission: 'EDITABLE',
		fieldScriptPermission: 'READ_WRITE',
		fieldApiPermission: 'READ_WRITE',
		...item,
		fieldContent: { required: false, ...item.fieldContent, ...(values && { values }) },
		...times,
	};
}
