import type { IDataObject } from 'n8n-workflow';
import { attachments } from '../../api/endpoints/attachments';
import { fieldError, NinjaOneError } from '../../api/errors';
import type { File } from '../../api/form';
import { call } from '../../api/request';
import {
	isAttachment,
	isFileToUpload,
	problemOfFile,
	type FileToUpload,
} from '../../api/typedFields/attachments';
import type { Caller } from '../../operations/operation';

/** What a file is for, in NinjaOne's words. */
type Holder = 'NODE' | 'ORGANIZATION' | 'LOCATION' | 'END_USER' | 'DOCUMENT' | 'TICKET';

type Values = Record<string, unknown>;

/** What writing values takes where there are files among them. */
export const uploadEndpoints = [attachments.uploadTemporary] as const;

/**
 * Reads and checks the files that values name by their binary fields.
 * @returns uploads them, each time anew, and gives the values with NinjaOne's references in their places
 * @throws NinjaOneError that names the field of a file that is missing, too large or of the wrong type
 */
export async function readFilesIn(
	caller: Caller,
	holder: Holder,
	values: Values,
): Promise<() => Promise<Values>> {
	const files = new Map<string, File>();
	for (const [name, value] of Object.entries(values)) {
		if (isFileToUpload(value)) files.set(name, await checkedFile(caller, value));
	}
	return async () => {
		const uploaded: Values = { ...values };
		// One by one: which reference belongs to which file is beyond doubt then.
		for (const [name, file] of files) uploaded[name] = await upload(caller, holder, file);
		return uploaded;
	};
}

/** The values with all files uploaded. */
export const withFiles = async (caller: Caller, holder: Holder, values: Values): Promise<Values> =>
	await (
		await readFilesIn(caller, holder, values)
	)();

async function checkedFile(caller: Caller, { field, binaryField }: FileToUpload): Promise<File> {
	const file = await caller.readFile(binaryField).catch(() => undefined);
	if (!file) {
		throw fieldError(
			field.label,
			`takes the name of a binary field, and the item has none called "${binaryField}"`,
			'Name the binary field that holds the file, or give an attachment with its contentId. Nothing was sent.',
		);
	}
	const problem = problemOfFile(file, field.limits);
	if (problem) throw fieldError(field.label, problem, 'Nothing was sent.');
	return file;
}

async function upload(caller: Caller, entityType: Holder, file: File): Promise<IDataObject> {
	const form = [{ name: 'files', file }];
	const answer = await caller.send(
		call(attachments.uploadTemporary, { query: { entityType }, form }),
	);
	const [attachment] = Array.isArray(answer) ? (answer as unknown[]) : [];
	if (isAttachment(attachment)) return attachment as unknown as IDataObject;
	throw new NinjaOneError(
		`NinjaOne answered the upload of "${file.fileName}" without a reference to it, so no field was changed`,
		{ description: 'Try again later.' },
	);
}
