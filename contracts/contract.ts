import { z } from 'zod';

/** What one endpoint takes and gives. */
export interface Contract {
	/** The JSON body; none is taken where this is missing. */
	request?: z.ZodTypeAny;
	/** The form that is taken in place of a JSON body. */
	form?: Form;
	/** What a successful request is answered with; nothing where this is missing. */
	answer?: z.ZodTypeAny;
}

/** A form with files. */
export interface Form {
	/** The part that holds the files, at least one of them; without this every part may hold some. */
	files?: string;
	/** The parts that are text. */
	fields: z.ZodTypeAny;
}

/** A file, as bytes or as text. */
export const FileSchema = z.custom<Buffer | string>(
	(value) => typeof value === 'string' || Buffer.isBuffer(value),
	'not a file',
);

/** A body that is a list of ids. */
export const IdsSchema = z.array(z.number().int());
