import { randomUUID } from 'node:crypto';

/** An answer that turns a request down, thrown from wherever the reason is found. */
export interface Refusal extends Error {
	refusal: { status: number; body: object };
}

const refusal = (status: number, body: object): Refusal =>
	Object.assign(new Error(`refused with ${status}`), { refusal: { status, body } });

export const isRefusal = (error: unknown): error is Refusal =>
	error instanceof Error && 'refusal' in error;

/** The application's error body. */
export const failureBody = (errorMessage: string, resultCode = 'FAILURE') => ({
	resultCode,
	errorMessage,
	incidentId: incidentId(),
});

const incidentId = () => `WEB_MGMT_SERVICE-${randomUUID()}`;

/** The application could not do it. */
export const failure = (status: number, message: string) => refusal(status, failureBody(message));

/** There is no such route, or an id in the path is not a number. */
export const unknownRoute = () => failure(404, 'HTTP 404 Not Found');

/** The entity is missing: its result code is another than that of an unknown route. */
export const missing = (entity: string) =>
	refusal(
		404,
		failureBody(`The ${entity} does not exist`, `${entity.replace(/ /g, '_')}_not_found`),
	);

/** The entity, or the refusal that says what is missing. */
export function found<Entity>(entity: Entity | undefined, name: string): Entity {
	if (entity === undefined) throw missing(name);
	return entity;
}

/** A maintenance that would be over already. */
export const pastMaintenance = () =>
	refusal(400, failureBody('The maintenance is in the past', 'node_maintenance_date_in_past'));

/** Wrong region or wrong client id. */
export const unknownApp = () =>
	refusal(404, { resultCode: 'Client app not exist', incidentId: incidentId() });

/** OAuth's own error body, of the token endpoint. */
export const oauthError = (status: number, error: string, description: string) =>
	refusal(status, { error, error_description: description });

/** Sign-in or rights are missing. */
export const accessError = (status: number, error: string, description: string, code: number) =>
	refusal(status, { error, error_description: description, error_code: code });
