import type { IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';
import type { File } from '../api/form';
import { atLeastOne, text, textsList } from './fields';

const standardField = 'data';

const oneFile = (displayName: string, description: string) =>
	text({ displayName, description, placeholder: `e.g. ${standardField}` }, standardField);

/** Where the one file is that goes to NinjaOne. */
export const inputFile = () =>
	oneFile('Input Binary Field', 'The name of the input binary field that holds the file to upload');

/** Where files are that may go to NinjaOne. */
export const inputFiles = () =>
	textsList({
		displayName: 'Input Binary Fields',
		description: 'Names of the input binary fields that hold the files to upload, comma-separated',
		placeholder: 'e.g. data,attachment_0',
	});

/** Where at least one file is that goes to NinjaOne. */
export const someInputFiles = () => atLeastOne(inputFiles());

/** Where a file from NinjaOne is put. */
export const outputFile = () =>
	oneFile('Put Output File in Field', 'The name of the output binary field to put the file in');

/** The files of one item: those that came in, and those that go out. */
export interface ItemFiles {
	/** @throws Error of n8n's, with the field's name, where the item has no such file */
	read(field: string): Promise<File>;
	keep(field: string, file: File): Promise<void>;
	/** What was kept; undefined where nothing was. */
	kept(): IBinaryKeyData | undefined;
}

export function filesOf({ helpers }: IExecuteFunctions, item: number): ItemFiles {
	let kept: IBinaryKeyData | undefined;
	return {
		async read(field) {
			const { fileName = field, mimeType } = helpers.assertBinaryData(item, field);
			return { fileName, mimeType, content: await helpers.getBinaryDataBuffer(item, field) };
		},
		async keep(field, { content, fileName, mimeType }) {
			const prepared = await helpers.prepareBinaryData(content, fileName, mimeType);
			kept = { ...kept, [field]: prepared };
		},
		kept: () => kept,
	};
}
