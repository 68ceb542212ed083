import type { FastifyRequest } from 'fastify';
import {
	CustomFieldValuesSchema,
	type DefinitionScope,
	DefinitionScopeSchema,
} from '../../contracts';
import type { Context, Routes } from '../context';
import { inheritedValues, ownerOf } from '../fieldOwners';
import { bodyOf, checked, found, idOf, pathOf, queryOf } from '../input';
import { flag } from '../query';
import { failure } from '../refusal';
import { signedUrls } from '../signedUrls';
import { fileOfContent } from '../state/attachments';

const paths: Record<DefinitionScope, string> = {
	NODE: '/v2/device/:id/custom-fields',
	ORGANIZATION: '/v2/organization/:id/custom-fields',
	LOCATION: '/v2/organization/:id/location/:locationId/custom-fields',
	END_USER: '/v2/user/end-user/:id/custom-fields',
};

/** The values of custom fields, of all that can have some. */
export const fieldValueRoutes: Routes = (app, context) => {
	const { state } = context;
	const ownerIn = (scope: DefinitionScope) => (request: FastifyRequest) => {
		const { id } = ownerOf(state, {
			scope: scope === 'LOCATION' ? 'ORGANIZATION' : scope,
			id: idOf(request),
		});
		if (scope !== 'LOCATION') return { scope, id };
		const location = state.locations.get(idOf(request, 'locationId'));
		const theirs = location?.organizationId === id ? location : undefined;
		return { scope, id: found(theirs, 'location').id };
	};

	for (const scope of DefinitionScopeSchema.options) {
		const owner = ownerIn(scope);
		app.get(paths[scope], (request) =>
			flag(queryOf(request), 'withInheritance')
				? inheritedValues(state, owner(request))
				: state.fieldValues.readable(owner(request)),
		);
		app.patch(paths[scope], (request, reply) => {
			const values = bodyOf(request, CustomFieldValuesSchema);
			const problem = state.fieldValues.write(owner(request), values, writerOf(request, context));
			if (problem) throw failure(400, problem);
			return reply.code(204).send();
		});
	}

	app.get('/v2/custom-fields/entity-type/:entityType/:entityId/signed-urls', (request) => {
		const scope = checked(pathOf(request, 'entityType'), DefinitionScopeSchema);
		const owner = ownerOf(state, { scope, id: idOf(request, 'entityId') });
		const files = Object.values(state.fieldValues.readable(owner)).flatMap((value) => {
			const { contentId } = (value ?? {}) as { contentId?: unknown };
			return typeof contentId === 'string' ? (fileOfContent(state, contentId) ?? []) : [];
		});
		return signedUrls(request, files);
	});
};

/** Who writes: the technician who is signed in, if it is one. */
function writerOf({ access }: FastifyRequest, { state }: Context) {
	const user = state.users.get(access?.userId ?? 0);
	if (!user) return { source: 'API' as const };
	const { id, firstName, lastName, email } = user;
	return { source: 'API' as const, user: { id, name: `${firstName} ${lastName}`, email } };
}
