import { z } from 'zod';
import { answer } from './shapes';

/** The application refused. A resultCode other than FAILURE on a 404 says that the entity is missing. */
export const FailureSchema = answer({
	resultCode: z.string(),
	errorMessage: z.string().optional(),
	incidentId: z.string(),
});

/** Sign-in or rights. */
export const AccessErrorSchema = answer({
	error: z.string(),
	error_description: z.string(),
	error_code: z.number().int().optional(),
});
