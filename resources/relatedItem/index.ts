import type { Resource } from '../../operations/operation';
import { addSecure } from './addSecure';
import { attachFile } from './attachFile';
import { remove } from './delete';
import { deleteAll } from './deleteAll';
import { downloadAttachment } from './downloadAttachment';
import { getMany } from './getMany';
import { getSignedUrls } from './getSignedUrls';
import { relate } from './relate';

export const relatedItem: Resource = {
	name: 'Related Item',
	description: 'A link from one record to another, or a file or secret that is kept with a record',
	operations: {
		addSecure,
		attachFile,
		delete: remove,
		deleteAll,
		downloadAttachment,
		getMany,
		getSignedUrls,
		relate,
	},
};
