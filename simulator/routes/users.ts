import type { FastifyRequest } from 'fastify';
import { EndUserSchema, TechnicianSchema, type User } from '../../contracts';
import type { Routes } from '../context';
import { found, idOf } from '../input';
import { only } from '../rows';

const endUserRow = only<User>(EndUserSchema.shape);
const technicianRow = only<User>(TechnicianSchema.shape);

/** End users and technicians, each kind for itself. */
export const userRoutes: Routes = (app, { state }) => {
	const allOf = (userType: User['userType']) =>
		state.users.all().filter((user) => user.userType === userType);
	const oneOf = (userType: User['userType'], kind: string, request: FastifyRequest) => {
		const user = state.users.get(idOf(request));
		return found(user?.userType === userType ? user : undefined, kind);
	};

	app.get('/v2/user/end-users', () => allOf('END_USER').map(endUserRow));
	app.get('/v2/user/end-user/:id', (request) => endUserRow(oneOf('END_USER', 'end user', request)));
	app.get('/v2/user/technicians', () => allOf('TECHNICIAN').map(technicianRow));
	app.get('/v2/user/technician/:id', (request) =>
		technicianRow(oneOf('TECHNICIAN', 'technician', request)),
	);
};
