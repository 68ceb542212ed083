import { DefinitionScopeSchema } from '../../contracts';
import type { Routes } from '../context';
import { inheritedValues, ownerOf } from '../fieldOwners';
import { checked } from '../input';
import { flag } from '../query';
import { failure, found } from '../refusal';
import { type AnyCall, serve } from '../serve';
import { signedUrls } from '../signedUrls';
import { fileOfContent } from '../state/attachments';
import type { State } from '../state/state';

/** Where the values are of what. */
const paths = [
	{ path: '/v2/device/{id}/custom-fields', scope: 'NODE' },
	{ path: '/v2/organization/{id}/custom-fields', scope: 'ORGANIZATION' },
	{ path: '/v2/organization/{id}/location/{locationId}/custom-fields', scope: 'LOCATION' },
	{ path: '/v2/user/end-user/{id}/custom-fields', scope: 'END_USER' },
] as const;

/** The values of custom fields, of all that can have some. */
export const fieldValueRoutes: Routes = (app, { state }) => {
	for (const { path, scope } of paths) {
		const owner = ({ id }: AnyCall) => {
			if (scope === 'LOCATION') checkPlace(state, id('id'), id('locationId'));
			return ownerOf(state, { scope, id: id() });
		};
		serve(app, {
			[`GET ${path}`]: (call: AnyCall) =>
				flag(call.query, 'withInheritance')
					? inheritedValues(state, owner(call))
					: state.fieldValues.readable(owner(call)),
			[`PATCH ${path}`]: (call: AnyCall) => {
				const values = call.body as Record<string, unknown>;
				const problem = state.fieldValues.write(owner(call), values, writerOf(state, call));
				if (problem) throw failure(400, problem);
			},
		});
	}

	serve(app, {
		'GET /v2/custom-fields/entity-type/{entityType}/{entityId}/signed-urls': (call) => {
			const scope = checked(call.path('entityType'), DefinitionScopeSchema);
			const values = state.fieldValues.readable(ownerOf(state, { scope, id: call.id() }));
			const files = Object.values(values).flatMap((value) => {
				const { contentId } = (value ?? {}) as { contentId?: unknown };
				return typeof contentId === 'string' ? (fileOfContent(state, contentId) ?? []) : [];
			});
			return signedUrls(call.request, files);
		},
	});
};

/** Refuses a location that is not one of the organization's. */
function checkPlace(state: State, organizationId: number, locationId: number) {
	ownerOf(state, { scope: 'ORGANIZATION', id: organizationId });
	const location = state.locations.get(locationId);
	found(location?.organizationId === organizationId || undefined, 'location');
}

/** Who writes: the technician who is signed in, if it is one. */
function writerOf({ users }: State, { userId = 0 }: AnyCall) {
	const user = users.get(userId);
	const source = 'API' as const;
	if (!user) return { source };
	const { id, firstName, lastName, email } = user;
	return { source, user: { id, name: `${firstName} ${lastName}`, email } };
}
