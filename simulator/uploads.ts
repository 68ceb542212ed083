import type { FastifyRequest } from 'fastify';
import type { Form } from '../contracts';
import { checked } from './input';
import { type Parts, partsOf } from './multipart';
import { failure } from './refusal';

/** A form as its contract has it; files in parts that it does not name are left aside. */
export async function formOf(request: FastifyRequest, form: Form): Promise<Parts> {
	const parts = await partsOf(request);
	const fields = checked(parts.fields, form.fields) as Parts['fields'];
	if (form.files === undefined) return { ...parts, fields };
	const files = parts.files.filter(({ field }) => field === form.files);
	if (files.length === 0) throw failure(400, `The form has no part "${form.files}"`);
	return { fields, files };
}
