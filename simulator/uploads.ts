import type { FastifyRequest } from 'fastify';
import { type Parts, partsOf } from './multipart';
import { failure } from './refusal';

/** A form with at least one file in the part of this name; files in other parts are left aside. */
export async function formWith(request: FastifyRequest, part: string): Promise<Parts> {
	const { fields, files } = await partsOf(request);
	const meant = files.filter(({ field }) => field === part);
	if (meant.length === 0) throw failure(400, `The form has no part "${part}"`);
	return { fields, files: meant };
}
