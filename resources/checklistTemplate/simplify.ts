import type { IDataObject } from 'n8n-workflow';

/** A template with the names of its tasks alone. */
export function simplifyTemplate(row: IDataObject): IDataObject {
	const tasks = (row.tasks ?? []) as IDataObject[];
	return {
		id: row.id,
		name: row.name,
		description: (row.description as IDataObject | undefined)?.text,
		required: row.required,
		tasks: tasks.map(({ name }) => name) as string[],
		lastUpdatedOn: row.lastUpdatedOn,
		archived: row.archived,
	};
}
