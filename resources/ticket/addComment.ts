import { tickets } from '../../api/endpoints/tickets';
import { inputError } from '../../api/errors';
import { call } from '../../api/request';
import { flag, optionalText } from '../../operations/fields';
import { inputFiles } from '../../operations/files';
import { operation } from '../../operations/operation';
import { fileParts } from '../fields/fileTransfer';
import { contentOf } from './content';
import { commentOptions } from './fields';
import { ticketId } from './form';

export const addComment = operation({
	name: 'Add Comment',
	action: 'Add comment to ticket',
	description:
		'Add a comment to a ticket, with files and time spent. It is private unless Public is turned on.',
	endpoints: [tickets.comment],
	fields: {
		ticketId: ticketId(),
		comment: optionalText({
			displayName: 'Comment',
			description: 'The text of the comment. It may be empty where files are added.',
			typeOptions: { rows: 4 },
		}),
		isPublic: flag({
			displayName: 'Public',
			description:
				'Whether the requester sees the comment. NinjaOne mails a public comment to the requester and to everybody in CC.',
		}),
		inputFields: inputFiles(),
		commentOptions: commentOptions(),
	},
	async run(caller, { ticketId: id, comment, isPublic, inputFields, commentOptions: options }) {
		if (comment === undefined && inputFields.length === 0) {
			throw inputError(
				'Comment',
				'is empty, and there is no file to add',
				'Write a text, or name a binary field in Input Binary Fields.',
			);
		}
		const files = await fileParts(caller, 'files', inputFields);
		const form = [{ name: 'comment', json: contentOf(comment, isPublic, options) }, ...files];
		await caller.send(call(tickets.comment, { path: { ticketId: id }, form }));
		return [{ success: true, ticketId: id, public: isPublic, files: files.length }];
	},
});
