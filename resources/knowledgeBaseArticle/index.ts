import type { Resource } from '../../operations/operation';
import { move } from '../fields/knowledgeBaseMove';
import { archive, remove, restore } from './archiving';
import { create } from './create';
import { download } from './download';
import { get } from './get';
import { getMany } from './getMany';
import { getSignedUrls } from './getSignedUrls';
import { update } from './update';
import { upload } from './upload';

export const knowledgeBaseArticle: Resource = {
	name: 'Knowledge Base Article',
	description: 'A text or an uploaded file in the knowledge base of an organization or of all',
	operations: {
		archive,
		restore,
		delete: remove,
		move: move('article'),
		upload,
		create,
		update,
		get,
		getMany,
		download,
		getSignedUrls,
	},
};
