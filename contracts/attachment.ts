import { z } from 'zod';
import { answer, type Row } from './shapes';

/** What is known of an uploaded file. The size is in bytes, and text. */
export const AttachmentMetadataSchema = answer({
	name: z.string(),
	mimeType: z.string(),
	size: z.string().regex(/^\d+$/),
	extension: z.string(),
	/** What `cid:` in HTML and signed URLs name the file by. */
	contentId: z.string(),
	inline: z.boolean().optional(),
});
export type AttachmentMetadata = Row<typeof AttachmentMetadataSchema>;

/** What can hold a file that is staged. */
export const AttachmentEntityTypeSchema = z.enum([
	'TICKET',
	'NODE',
	'DOCUMENT',
	'RELATED_ITEM',
	'CHECKLIST',
	'AUTOMATION',
	'LOCATION',
	'ORGANIZATION',
	'TRIGGER',
	'TECHNICIAN',
	'FILE_TRANSFER_AUTOMATION',
	'END_USER',
	'EMAIL_TEMPLATE',
	'POLICY',
]);

/** Addresses that work for a while and without a token, by the file's content id. */
export const SignedUrlsSchema = z.record(z.string().url());
