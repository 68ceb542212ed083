import { relatedItems } from '../../api/endpoints/relatedItems';
import { call } from '../../api/request';
import { inputFile } from '../../operations/files';
import { operation } from '../../operations/operation';
import { changedRows } from '../fields/answers';
import { fileParts } from '../fields/fileTransfer';
import { hostFields } from './entities';

export const attachFile = operation({
	name: 'Attach File',
	action: 'Attach file as related item',
	description: 'Upload a file and attach it to a record',
	endpoints: [relatedItems.createAttachment],
	fields: { ...hostFields(), inputField: inputFile() },
	async run(caller, { inputField, ...path }) {
		const form = await fileParts(caller, 'file', [inputField]);
		return changedRows(await caller.send(call(relatedItems.createAttachment, { path, form })), [
			path,
		]);
	},
});
