import type { FastifyRequest } from 'fastify';
import { CustomFieldValuesSchema, DefinitionScopeSchema } from '../../contracts';
import type { Context, Routes } from '../context';
import type { FieldOwner } from '../data/fieldValues';
import { inheritedValues } from '../fieldInheritance';
import { bodyOf, checked, found, idOf, pathOf, queryOf } from '../input';
import { flag } from '../query';
import { failure } from '../refusal';
import { signedUrls } from '../signedUrls';
import { fileOfContent } from '../state/attachments';

/** The values of custom fields, of all that can have some. */
export const fieldValueRoutes: Routes = (app, context) => {
	const { state } = context;
	for (const { path, inherits, ownerOf } of owners(context)) {
		app.get(path, (request) => {
			const owner = ownerOf(request);
			if (inherits && flag(queryOf(request), 'withInheritance'))
				return inheritedValues(state, owner);
			return state.fieldValues.readable(owner);
		});
		app.patch(path, (request, reply) => {
			const owner = ownerOf(request);
			const values = bodyOf(request, CustomFieldValuesSchema);
			const problem = state.fieldValues.write(owner, values, writerOf(request, context));
			if (problem) throw failure(400, problem);
			return reply.code(204).send();
		});
	}

	app.get('/v2/custom-fields/entity-type/:entityType/:entityId/signed-urls', (request) => {
		const scope = checked(pathOf(request, 'entityType'), DefinitionScopeSchema);
		const owner = { scope, id: idOf(request, 'entityId') };
		found(tableOf(context, scope).get(owner.id), kinds[scope]);
		const files = Object.values(state.fieldValues.readable(owner)).flatMap((value) => {
			const { contentId } = (value ?? {}) as { contentId?: unknown };
			return typeof contentId === 'string' ? (fileOfContent(state, contentId) ?? []) : [];
		});
		return signedUrls(request, files);
	});
};

interface Owners {
	path: string;
	/** Whether it can be asked for with what is lent to it. */
	inherits?: boolean;
	ownerOf(request: FastifyRequest): FieldOwner;
}

const owners = ({ state }: Context): Owners[] => [
	{
		path: '/v2/device/:id/custom-fields',
		inherits: true,
		ownerOf: (request) => ({
			scope: 'NODE',
			id: found(state.devices.get(idOf(request)), 'device').id,
		}),
	},
	{
		path: '/v2/organization/:id/custom-fields',
		ownerOf: (request) => ({
			scope: 'ORGANIZATION',
			id: found(state.organizations.get(idOf(request)), 'organization').id,
		}),
	},
	{
		path: '/v2/organization/:id/location/:locationId/custom-fields',
		inherits: true,
		ownerOf: (request) => {
			const { id } = found(state.organizations.get(idOf(request)), 'organization');
			const location = state.locations.get(idOf(request, 'locationId'));
			const theirs = location?.organizationId === id ? location : undefined;
			return { scope: 'LOCATION', id: found(theirs, 'location').id };
		},
	},
	{
		path: '/v2/user/end-user/:id/custom-fields',
		ownerOf: (request) => {
			const user = state.users.get(idOf(request));
			const endUser = user?.userType === 'END_USER' ? user : undefined;
			return { scope: 'END_USER', id: found(endUser, 'end user').id };
		},
	},
];

const kinds = {
	NODE: 'device',
	LOCATION: 'location',
	ORGANIZATION: 'organization',
	END_USER: 'end user',
};

const tableOf = (
	{ state }: Context,
	scope: FieldOwner['scope'],
): { get(id: number): object | undefined } =>
	({
		NODE: state.devices,
		LOCATION: state.locations,
		ORGANIZATION: state.organizations,
		END_USER: state.users,
	})[scope];

/** Who writes: the technician who is signed in, if it is one. */
function writerOf({ access }: FastifyRequest, { state }: Context) {
	const user = state.users.get(access?.userId ?? 0);
	const { id, firstName, lastName, email } = user ?? {};
	return {
		source: 'API' as const,
		...(id !== undefined &&
			email !== undefined && { user: { id, name: `${firstName} ${lastName}`, email } }),
	};
}
