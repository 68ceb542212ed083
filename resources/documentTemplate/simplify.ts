import type { IDataObject } from 'n8n-workflow';
import { templateDefinitions } from '../../api/typedFields/definition';

/** The template, and of its fields what takes to fill them in. */
export function simplifyTemplate(row: IDataObject): IDataObject {
	const { id, name, description, allowMultiple, mandatory, availableToAllTechnicians } = row;
	return {
		id,
		name,
		description,
		allowMultiple,
		mandatory,
		availableToAllTechnicians,
		allowedTechnicianRoles: row.allowedTechnicianRoles,
		archived: row.archived,
		updateTime: row.updateTime,
		fields: templateDefinitions(row).map(({ name, label, type, required, writable, options }) => ({
			name,
			label,
			type,
			required,
			writable,
			...(options.length > 0 ? { options: options.map((option) => option.name) } : {}),
		})),
	};
}
