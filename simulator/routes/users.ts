import type { FastifyRequest } from 'fastify';
import {
	EndUserCreateSchema,
	EndUserPatchSchema,
	TechnicianSchema,
	type User,
} from '../../contracts';
import type { Routes } from '../context';
import { bodyOf, found, idOf, queryOf } from '../input';
import { flag } from '../query';
import { only, userRow } from '../rows';
import { changeEndUser, createEndUser, deleteEndUser, endUserRow } from '../state/endUsers';

const technicianRow = only<User>(TechnicianSchema.shape);

/** End users and technicians, each kind for itself. */
export const userRoutes: Routes = (app, { state }) => {
	const allOf = (userType: User['userType']) =>
		state.users.all().filter((user) => user.userType === userType);
	const oneOf = (userType: User['userType'], kind: string, request: FastifyRequest) => {
		const user = state.users.get(idOf(request));
		return found(user?.userType === userType ? user : undefined, kind);
	};
	const endUserOf = (request: FastifyRequest) => oneOf('END_USER', 'end user', request);
	const row = endUserRow(state);

	app.get('/v2/user/end-users', () => allOf('END_USER').map(row));
	app.post('/v2/user/end-users', (request) => {
		const invited = flag(queryOf(request), 'sendInvitation');
		const wish = bodyOf(request, EndUserCreateSchema);
		return row(createEndUser(state, wish, { invited, userId: request.access?.userId }));
	});
	app.get('/v2/user/end-user/:id', (request) => row(endUserOf(request)));
	app.patch('/v2/user/end-user/:id', (request) => {
		const user = endUserOf(request);
		const change = bodyOf(request, EndUserPatchSchema);
		return row(changeEndUser(state, user, { change, userId: request.access?.userId }));
	});
	app.delete('/v2/user/end-user/:id', (request, reply) => {
		deleteEndUser(state, endUserOf(request), request.access?.userId);
		return reply.code(204).send();
	});
	app.get('/v2/organization/:id/end-users', (request) => {
		const { id } = found(state.organizations.get(idOf(request)), 'organization');
		return allOf('END_USER')
			.filter(({ organizationId }) => organizationId === id)
			.map(userRow(flag(queryOf(request), 'includeRoles')));
	});

	app.get('/v2/user/technicians', () => allOf('TECHNICIAN').map(technicianRow));
	app.get('/v2/user/technician/:id', (request) =>
		technicianRow(oneOf('TECHNICIAN', 'technician', request)),
	);
};
