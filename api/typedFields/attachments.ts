import { NinjaOneError } from '../errors';
import type { File } from '../form';
import { isRecord } from '../json';
import type { FieldDefinition, FieldLimits } from './definition';

/**
 * Stands in the values for a file that has to be uploaded first. NinjaOne takes a reference to it in its place; sent as
 * it is, it fails.
 */
export interface FileToUpload {
	field: FieldDefinition;
	/** The binary field of the input item. */
	binaryField: string;
	toJSON(): never;
}

export const fileToUpload = (field: FieldDefinition, binaryField: string): FileToUpload => ({
	field,
	binaryField,
	toJSON() {
		throw new NinjaOneError(`The file for "${field.label}" was not uploaded`, {
			failure: { cause: 'node-defect' },
		});
	},
});

export const isFileToUpload = (value: unknown): value is FileToUpload =>
	isRecord(value) && 'binaryField' in value && 'toJSON' in value;

/** NinjaOne's reference to an uploaded file, as its upload answers it. */
export const isAttachment = (value: unknown): value is { contentId: string } =>
	isRecord(value) && typeof value.contentId === 'string';

const megabyte = 1024 * 1024;
/** NinjaOne's standard for attachment fields (ninjaone.com/docs/custom-fields/custom-field-types-functionality). */
const standardMegabytes = 20;
/** In what the limit of a field counts is not documented; this much can only be bytes. */
const surelyBytes = 1_000_000;

/** What is wrong with a file for an attachment field; undefined where nothing is. */
export function problemOfFile(
	{ fileName, content }: File,
	{ fileMaxSize, fileExtensions }: FieldLimits,
): string | undefined {
	const extension = withoutDot(/\.[^.]*$/.exec(fileName)?.[0] ?? '');
	const accepted = (fileExtensions ?? []).map(withoutDot);
	if (accepted.length > 0 && !accepted.includes(extension)) {
		return `takes files of the kinds ${accepted.join(', ')}, and was given "${fileName}"`;
	}
	const most = fileMaxSize || standardMegabytes;
	const bytes = most >= surelyBytes ? most : most * megabyte;
	if (content.length <= bytes) return undefined;
	const megabytes = (size: number) => `${(size / megabyte).toFixed(1)} MB`;
	return `takes files of at most ${megabytes(bytes)}, and "${fileName}" has ${megabytes(content.length)}`;
}

const withoutDot = (extension: string) =>
	extension
		.trim()
		.replace(/^\*?\./, '')
		.toLowerCase();
