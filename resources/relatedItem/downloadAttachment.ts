import { relatedItems } from '../../api/endpoints/relatedItems';
import { call } from '../../api/request';
import { givenId } from '../../operations/fields';
import { outputFile } from '../../operations/files';
import { operation } from '../../operations/operation';
import { keepDownload } from '../fields/fileTransfer';

export const downloadAttachment = operation({
	name: 'Download Attachment',
	action: 'Download attachment of related item',
	description: 'Get a file that is attached to a record as binary data',
	endpoints: [relatedItems.downloadAttachment],
	fields: {
		relatedItemId: givenId({
			displayName: 'Related Item ID',
			description: 'The numeric ID of the related item that is the attachment',
			placeholder: 'e.g. 6101',
		}),
		outputField: outputFile(),
	},
	async run(caller, { relatedItemId, outputField }) {
		const file = call(relatedItems.downloadAttachment, { path: { relatedItemId } });
		return await keepDownload(caller, file, outputField, { relatedItemId });
	},
});
