import { documents } from '../../api/endpoints/documents';
import { documentPicker } from './editor';
import { call } from '../../api/request';
import { listLocator } from '../../operations/locator';
import { numericId } from '../../operations/ids';
import { operation } from '../../operations/operation';
import { signedUrlRows } from '../fields/signedUrls';

export const getSignedUrls = operation({
	name: 'Get Signed URLs',
	action: 'Get download links of document attachments',
	description:
		'Get addresses under which the files in a document can be downloaded for a while without signing in',
	endpoints: [documents.signedUrls],
	fields: {
		documentId: listLocator(
			{
				displayName: 'Document',
				description: 'The document: picked from the list, or given by its numeric ID',
				picker: documentPicker,
				example: '3501',
			},
			numericId,
		),
	},
	async run(caller, { documentId }) {
		const path = { clientDocumentId: documentId };
		const rows = signedUrlRows(await caller.send(call(documents.signedUrls, { path })));
		return rows.map((row) => ({ documentId, ...row }));
	},
});
