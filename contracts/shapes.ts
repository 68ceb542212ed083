import { z } from 'zod';

/** An entity's number: a positive int32. */
export const id = z.number().int().positive().max(2_147_483_647);
export const uid = z.string().uuid();
/** A point in time: epoch seconds with a fraction, as in every answer of NinjaOne. */
export const epochSeconds = z.number().nonnegative();
export const count = z.number().int().nonnegative();
/** A first or a last name. */
export const personName = z.string().min(1).max(150);
export const severity = z.enum(['NONE', 'MINOR', 'MODERATE', 'MAJOR', 'CRITICAL']);
export const priority = z.enum(['NONE', 'LOW', 'MEDIUM', 'HIGH']);
/** Free data that people and integrations keep on an entity. */
export const freeData = z.record(z.unknown());

/** What NinjaOne answers: fields are added over time, so unknown ones pass. */
export const answer = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).passthrough();

/** What NinjaOne accepts: an unknown property is refused. */
export const request = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape).strict();

/** The known fields of an answer, without the door left open for new ones. */
export type Row<Schema extends z.AnyZodObject> = z.infer<z.ZodObject<Schema['shape']>>;
