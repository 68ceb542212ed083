import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import {
	type Contact,
	ContactCreateSchema,
	ContactPatchSchema,
	ContactSchema,
} from '../../contracts';
import type { Routes } from '../context';
import { bodyOf, found, idOf } from '../input';
import { only } from '../rows';
import { checkManager, managerOf } from '../state/people';
import { known } from '../state/ticketChecks';

const row = only<Contact>(ContactSchema.shape);

/** People at an organization who have no account. */
export const contactRoutes: Routes = (app, { state, settings }) => {
	const contactOf = (request: FastifyRequest) =>
		found(state.contacts.get(idOf(request)), 'contact');
	const checkOrganization = ({ organizationId }: Partial<Contact>) =>
		organizationId === undefined ||
		known(state.organizations.get(organizationId), 'organizationId', organizationId);

	app.get('/v2/contacts', () => state.contacts.all().map(row));
	app.post('/v2/contacts', (request) => {
		const contact = bodyOf(request, ContactCreateSchema);
		checkOrganization(contact);
		checkManager(state, contact.managerUuid);
		const made = { id: state.contacts.nextId(), uid: randomUUID(), ...contact };
		return row(state.contacts.set(made));
	});
	app.get('/v2/contact/:id', (request) => row(contactOf(request)));
	app.patch('/v2/contact/:id', (request) => {
		const contact = contactOf(request);
		const patch = bodyOf(request, ContactPatchSchema);
		checkOrganization(patch);
		return row(state.contacts.set({ ...contact, ...patch }));
	});
	app.delete('/v2/contact/:id', (request, reply) => {
		state.contacts.remove(contactOf(request).id);
		return reply.code(204).send();
	});

	app.get('/v2/ticketing/contact/contacts', () => {
		const since = settings.baseTime / 1000;
		return state.contacts.all().map(({ organizationId, managerUuid, ...contact }) => ({
			...contact,
			clientId: organizationId,
			clientName: state.organizations.get(organizationId)?.name ?? '',
			displayName: `${contact.firstName} ${contact.lastName}`,
			...(managerUuid && { manager: managerOf(state, managerUuid) }),
			createTime: since,
			updateTime: since,
		}));
	});
};
