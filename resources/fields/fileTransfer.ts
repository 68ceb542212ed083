import type { IDataObject } from 'n8n-workflow';
import { NinjaOneError } from '../../api/errors';
import type { File, FormPart } from '../../api/form';
import type { Call } from '../../api/request';
import type { Caller } from '../../operations/operation';

/** Files of the input item as parts of a form, all under one name. */
export const fileParts = async (
	files: Pick<Caller, 'readFile'>,
	name: string,
	binaryFields: string[],
): Promise<FormPart[]> =>
	await Promise.all(
		binaryFields.map(async (field) => ({ name, file: await files.readFile(field) })),
	);

/**
 * Fetches a file and puts it into the output item; the row tells what it is.
 * @param about what the file belongs to
 */
export async function keepDownload(
	caller: Caller,
	download: Call,
	binaryField: string,
	about: IDataObject,
): Promise<IDataObject[]> {
	const file = (await caller.send(download)) as File | undefined;
	if (file === undefined) {
		throw new NinjaOneError('NinjaOne answered without a file', {
			description: 'A file that has just been uploaded is scanned first. Try again later.',
		});
	}
	await caller.keepFile(binaryField, file);
	const { fileName, mimeType, content } = file;
	return [{ ...about, fileName, mimeType, size: content.length }];
}
