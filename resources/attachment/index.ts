import { attachments } from '../../api/endpoints/attachments';
import { choice } from '../../operations/fields';
import { someInputFiles } from '../../operations/files';
import { operation, type Resource } from '../../operations/operation';
import { changedRows } from '../fields/answers';
import { fileParts } from '../fields/fileTransfer';

const entityTypes = [
	{ name: 'Automation', value: 'AUTOMATION' },
	{ name: 'Checklist', value: 'CHECKLIST' },
	{ name: 'Device', value: 'NODE' },
	{ name: 'Document', value: 'DOCUMENT' },
	{ name: 'Email Template', value: 'EMAIL_TEMPLATE' },
	{ name: 'End User', value: 'END_USER' },
	{ name: 'File Transfer Automation', value: 'FILE_TRANSFER_AUTOMATION' },
	{ name: 'Location', value: 'LOCATION' },
	{ name: 'Organization', value: 'ORGANIZATION' },
	{ name: 'Policy', value: 'POLICY' },
	{ name: 'Related Item', value: 'RELATED_ITEM' },
	{ name: 'Technician', value: 'TECHNICIAN' },
	{ name: 'Ticket', value: 'TICKET' },
	{ name: 'Trigger', value: 'TRIGGER' },
] as const;

export const attachment: Resource = {
	name: 'Attachment',
	description: 'A file that is uploaded first and embedded later',
	operations: {
		uploadTemporary: operation({
			name: 'Upload Temporary',
			action: 'Upload temporary attachments',
			description:
				'Upload files for later use and get a content ID for each. In HTML, such as a field of a document, an image is then shown by <code>&lt;img src="cid:CONTENT_ID"&gt;</code>.',
			endpoint: attachments.uploadTemporary,
			fields: {
				entityType: choice(
					{ displayName: 'For', description: 'What kind of record is to hold the files' },
					entityTypes,
					'DOCUMENT',
				),
				inputFields: someInputFiles(),
			},
			fill: async ({ entityType, inputFields }, files) => ({
				query: { entityType },
				form: await fileParts(files, 'files', inputFields),
			}),
			rows: (answer, { inputFields }) =>
				changedRows(
					answer,
					inputFields.map((inputField) => ({ inputField })),
				),
		}),
	},
};
