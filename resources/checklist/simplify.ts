import type { IDataObject } from 'n8n-workflow';
import { personName } from '../fields/personName';

/** A checklist without its texts and tasks. */
export function simplifyChecklist(row: IDataObject): IDataObject {
	return {
		id: row.id,
		name: row.name,
		organizationId: row.organizationId,
		organizationName: row.clientName,
		assignedTo: row.assignedTo && personName(row.assignedTo as IDataObject),
		dueDate: row.dueDate,
		completed: row.completed,
		completedTaskCount: row.completedTaskCount,
		totalTaskCount: row.totalTaskCount,
		archived: row.archived,
	};
}
