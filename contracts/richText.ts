import { z } from 'zod';
import { answer, request } from './shapes';

const shape = { text: z.string().optional(), html: z.string().optional() };

/** Formatted text, in HTML and without its marks. */
export const RichTextSchema = answer(shape);
export const RichTextRequestSchema = request(shape);
export type RichText = z.infer<typeof RichTextRequestSchema>;
