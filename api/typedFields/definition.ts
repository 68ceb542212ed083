import type { IDataObject } from 'n8n-workflow';

/** A choice of a drop-down or multi-select field. Values hold its id, people know its name. */
export interface FieldOption {
	id: string;
	name: string;
	active: boolean;
}

/** Limits that an administrator has set, as far as they can be checked here. */
export interface FieldLimits {
	maxCharacters?: number;
	numericRange?: { min?: number; max?: number };
	dateFilters?: { type?: string };
	ipAddressType?: string;
	/** Of attachments: a size, and extensions of file names with or without a dot. */
	fileMaxSize?: number;
	fileExtensions?: string[];
}

/** A field whose type is known only to NinjaOne: of a device, an organization, a document, a ticket. */
export interface FieldDefinition {
	/** The key under which its value is kept. */
	name: string;
	/** What people see. */
	label: string;
	/** One of NinjaOne's 28 types, such as DROPDOWN; more appear over time. */
	type: string;
	required: boolean;
	readable: boolean;
	writable: boolean;
	options: FieldOption[];
	limits: FieldLimits;
	/** NODE, ORGANIZATION, LOCATION, END_USER: what can have it; empty where that goes without saying. */
	scopes: string[];
}

interface Content {
	required?: boolean;
	values?: FieldOption[];
	advancedSettings?: FieldLimits;
}

function definition(row: IDataObject): FieldDefinition {
	const { name, label, type, permission, content, scopes } = row;
	const { required = false, values, advancedSettings } = (content ?? {}) as Content;
	return {
		name: String(name),
		label: String(label ?? name),
		type: String(type ?? unknownType),
		required,
		readable: permission === undefined || /^READ/.test(String(permission)),
		writable: !/^(NONE|READ_ONLY)$/.test(String(permission)),
		options: (values ?? []).map((option) => ({ ...option, name: option.name ?? option.id })),
		limits: advancedSettings ?? {},
		scopes: (scopes as string[] | undefined) ?? [],
	};
}

/** From a row of `/v2/custom-fields`. */
export const customFieldDefinition = ({
	apiPermission: permission,
	definitionScope: scopes,
	...row
}: IDataObject): FieldDefinition => definition({ ...row, permission, scopes });

/** From a document template, or its answer. Titles and separators among its items hold no value. */
export const templateDefinitions = ({ fields }: IDataObject): FieldDefinition[] =>
	((fields ?? []) as IDataObject[])
		.filter(({ fieldName }) => typeof fieldName === 'string')
		.map(({ fieldName: name, fieldLabel: label, fieldType: type, ...item }) => {
			const { fieldApiPermission: permission, fieldContent: content } = item;
			return definition({ name, label, type, permission, content });
		});

/** From a ticket form: its attributes that are in use. Tickets keep values by the attribute's id. */
export const attributeDefinitions = ({ fields }: IDataObject): FieldDefinition[] =>
	((fields ?? []) as IDataObject[])
		.filter(({ active }) => active !== false)
		.map(({ id, name, attributeType, content }) =>
			definition({ name: id, label: name, type: attributeType, content }),
		);

/** The type of a field of which NinjaOne says none. Its values go and come as they are, and may be secrets. */
const unknownType = 'UNKNOWN';
const secureTypes = ['TEXT_ENCRYPTED', 'TOTP', unknownType];

/** Whether its values are secrets: written, and read back only where the author of a workflow insists. */
export const isSecure = ({ type }: Pick<FieldDefinition, 'type'>) => secureTypes.includes(type);

/** Whether a kind of record has the field; it is not ruled out where NinjaOne does not say. */
export const appliesTo = ({ scopes }: FieldDefinition, type: string) =>
	scopes.length === 0 || scopes.includes(type);
