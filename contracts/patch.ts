import { z } from 'zod';
import { answer, epochSeconds, type Row, uid } from './shapes';

/** `installedAt` is there once an install was tried. */
export const OsPatchSchema = answer({
	id: uid,
	name: z.string(),
	severity: z.string(),
	status: z.string(),
	type: z.string(),
	kbNumber: z.string(),
	installedAt: epochSeconds.optional(),
});
export type OsPatch = Row<typeof OsPatchSchema>;

export const SoftwarePatchSchema = answer({
	id: uid,
	/** The same for every version of a product. */
	productIdentifier: uid,
	title: z.string(),
	impact: z.string(),
	status: z.string(),
	type: z.string(),
	installedAt: epochSeconds.optional(),
});
export type SoftwarePatch = Row<typeof SoftwarePatchSchema>;
