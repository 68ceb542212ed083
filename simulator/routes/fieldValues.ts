import { DefinitionScopeSchema } from '../../contracts';
import type { Routes } from '../context';
import { inheritedValues, ownerOf } from '../fieldOwners';
import { checked, found } from '../input';
import { flag } from '../query';
import { failure } from '../refusal';
import { endpointsOn } from '../serve';
import { signedUrls } from '../signedUrls';
import { fileOfContent } from '../state/attachments';
import type { FieldOwner } from '../state/fieldValues';
import type { State } from '../state/state';

/** Where values are, and of what. The id in question is the last one in the path. */
const paths = [
	{ path: '/v2/device/{id}/custom-fields', scope: 'NODE' },
	{ path: '/v2/organization/{id}/custom-fields', scope: 'ORGANIZATION' },
	{ path: '/v2/organization/{id}/location/{locationId}/custom-fields', scope: 'LOCATION' },
	{ path: '/v2/user/end-user/{id}/custom-fields', scope: 'END_USER' },
] as const;

/** The values of custom fields, of all that can have some. */
export const fieldValueRoutes: Routes = (app, { state }) => {
	const serve = endpointsOn(app);

	for (const { path, scope } of paths) {
		const owner = (id: (name?: string) => number) =>
			scope === 'LOCATION'
				? locationOf(state, id(), id('locationId'))
				: ownerOf(state, { scope, id: id() });
		serve(`GET ${path}`, ({ id, query }) =>
			flag(query, 'withInheritance')
				? inheritedValues(state, owner(id))
				: state.fieldValues.readable(owner(id)),
		);
		serve(`PATCH ${path}`, ({ id, body, userId }) => {
			const problem = state.fieldValues.write(owner(id), body, writerOf(state, userId));
			if (problem) throw failure(400, problem);
		});
	}

	serve(
		'GET /v2/custom-fields/entity-type/{entityType}/{entityId}/signed-urls',
		({ path, id, request }) => {
			const scope = checked(path('entityType'), DefinitionScopeSchema);
			const owner = ownerOf(state, { scope, id: id('entityId') });
			const files = Object.values(state.fieldValues.readable(owner)).flatMap((value) => {
				const { contentId } = (value ?? {}) as { contentId?: unknown };
				return typeof contentId === 'string' ? (fileOfContent(state, contentId) ?? []) : [];
			});
			return signedUrls(request, files);
		},
	);
};

function locationOf(state: State, organizationId: number, id: number): FieldOwner {
	ownerOf(state, { scope: 'ORGANIZATION', id: organizationId });
	const location = state.locations.get(id);
	const isTheirs = location?.organizationId === organizationId || undefined;
	return found(isTheirs && { scope: 'LOCATION', id }, 'location');
}

/** Who writes: the technician who is signed in, if it is one. */
function writerOf({ users }: State, userId = 0) {
	const user = users.get(userId);
	const source = 'API' as const;
	if (!user) return { source };
	const { id, firstName, lastName, email } = user;
	return { source, user: { id, name: `${firstName} ${lastName}`, email } };
}
