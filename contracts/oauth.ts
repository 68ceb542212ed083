import { z } from 'zod';
import { answer, count, type Row } from './shapes';

export const scopes = ['monitoring', 'management', 'control', 'offline_access'] as const;
export const ScopeSchema = z.enum(scopes);
export type Scope = z.infer<typeof ScopeSchema>;

export const TokenSchema = answer({
	access_token: z.string(),
	token_type: z.literal('Bearer'),
	/** Seconds. */
	expires_in: count,
	/** What was granted, separated by blanks. */
	scope: z.string(),
	refresh_token: z.string().optional(),
});
export type Token = Row<typeof TokenSchema>;
