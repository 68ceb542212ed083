import type { DocumentItem, DocumentTemplate } from '../../contracts';
import type { SeedSource } from '../state/documentation';

const firstTemplate = 3101;
const day = 86_400;

type Field = [
	name: string,
	label: string,
	type: DocumentItem['fieldType'],
	more?: Partial<DocumentItem>,
];
type Element = [type: DocumentItem['uiElementType'], name: string];

const line: ReadonlyArray<Field | Element> = [
	['TITLE', 'Contract'],
	[
		'provider',
		'Provider',
		'TEXT',
		{ fieldContent: { required: true, advancedSettings: { maxCharacters: 50 } } },
	],
	['bandwidth', 'Bandwidth in Mbit/s', 'NUMERIC'],
	['monthlyPrice', 'Monthly price', 'DECIMAL'],
	['failover', 'Failover', 'CHECKBOX'],
	['contractEnd', 'End of the contract', 'DATE'],
	['lastTest', 'Last test', 'DATE_TIME'],
	['lineType', 'Kind of line', 'DROPDOWN'],
	['services', 'Services', 'MULTI_SELECT'],
	['SEPARATOR', 'Access'],
	['gateway', 'Gateway', 'IP_ADDRESS'],
	['portal', 'Portal', 'URL'],
	['support', 'Support address', 'EMAIL'],
	['portalPassword', 'Portal password', 'TEXT_ENCRYPTED'],
	['notes', 'Notes', 'WYSIWYG'],
	['lineNumber', 'Line number', 'TEXT', { fieldApiPermission: 'READ_ONLY' }],
	['internalRating', 'Internal rating', 'NUMERIC', { fieldApiPermission: 'NONE' }],
];
const site: readonly Field[] = [
	['summary', 'Summary', 'WYSIWYG'],
	['access', 'How to get in', 'TEXT_MULTILINE'],
	['opening', 'Opens at', 'TIME'],
	['mainDevice', 'Main device', 'NODE_DROPDOWN'],
	['plan', 'Floor plan', 'ATTACHMENT'],
];
const application: readonly Field[] = [
	['vendor', 'Vendor', 'TEXT', { fieldContent: { required: true } }],
	['phone', 'Phone', 'PHONE'],
	['criticality', 'Criticality', 'DROPDOWN'],
	['manual', 'Manual', 'ATTACHMENT'],
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

export const seedDocumentTemplates = (about: SeedSource): DocumentTemplate[] =>
	templates.map(({ items, archived = false, ...settings }, at) => ({
		id: firstTemplate + at,
		description: `What to know about: ${settings.name}`,
		allowMultiple: true,
		mandatory: false,
		createTime: about.now - 300 * day,
		updateTime: about.now - 200 * day,
		availableToAllTechnicians: true,
		allowedTechnicianRoles: settings.availableToAllTechnicians === false ? [1] : [],
		...settings,
		fields: items.map((item) => itemOf(item, about)),
		archived,
		...(archived && { archivedTime: about.now - 100 * day }),
	}));

function itemOf(item: Field | Element, { random, now, nextPartId }: SeedSource): DocumentItem {
	const times = { createdTime: now - 300 * day, updatedTime: now - 300 * day };
	if (item.length === 2) {
		const [uiElementType, uiElementName] = item;
		return { uiElementType, uiElementName, uiElementUid: random.uuid(), ...times };
	}
	const [fieldName, fieldLabel, fieldType, more] = item;
	const values = choices[fieldName]?.map((name) => ({ id: random.uuid(), name, active: true }));
	return {
		fieldId: nextPartId(),
		fieldTechnicianPermission: 'EDITABLE',
		fieldScriptPermission: 'READ_WRITE',
		fieldApiPermission: 'READ_WRITE',
		...{ fieldName, fieldLabel, fieldType },
		...more,
		fieldContent: { required: false, ...more?.fieldContent, ...(values && { values }) },
		...times,
	};
}
