import type { IDataObject } from 'n8n-workflow';

/** An article without its HTML and its attachments. */
export function simplifyArticle(row: IDataObject): IDataObject {
	return {
		id: row.id,
		name: row.name,
		organizationId: row.organizationId,
		parentFolderId: row.parentFolderId,
		path: row.path,
		text: (row.content as IDataObject | undefined)?.text,
		isNinjaArticle: row.isNinjaArticle,
		isArchived: row.isArchived,
		createTime: row.createTime,
		updateTime: row.updateTime,
	};
}
