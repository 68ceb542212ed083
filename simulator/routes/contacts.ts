import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type Contact, ContactCreateSchema, ContactPatchSchema } from '../../contracts';
import type { Routes } from '../context';
import { bodyOf, found, idOf } from '../input';
import { known } from '../state/ticketChecks';

/** People at an organization who have no account. */
export const contactRoutes: Routes = (app, { state, settings }) => {
	const contactOf = (request: FastifyRequest) =>
		found(state.contacts.get(idOf(request)), 'contact');
	const checkOrganization = ({ organizationId }: Partial<Contact>) =>
		organizationId === undefined ||
		known(state.organizations.get(organizationId), 'organizationId', organizationId);

	app.get('/v2/contacts', () => state.contacts.all());
	app.post('/v2/contacts', (request) => {
		const contact = bodyOf(request, ContactCreateSchema);
		checkOrganization(contact);
		return state.contacts.set({ id: state.contacts.nextId(), uid: randomUUID(), ...contact });
	});
	app.get('/v2/contact/:id', contactOf);
	app.patch('/v2/contact/:id', (request) => {
		const contact = contactOf(request);
		const patch = bodyOf(request, ContactPatchSchema);
		checkOrganization(patch);
		return state.contacts.set({ ...contact, ...patch });
	});
	app.delete('/v2/contact/:id', (request, reply) => {
		state.contacts.remove(contactOf(request).id);
		return reply.code(204).send();
	});

	app.get('/v2/ticketing/contact/contacts', () => {
		const since = settings.baseTime / 1000;
		return state.contacts.all().map(({ organizationId, ...contact }) => ({
			...contact,
			clientId: organizationId,
			clientName: state.organizations.get(organizationId)?.name ?? '',
			displayName: `${contact.firstName} ${contact.lastName}`,
			createTime: since,
			updateTime: since,
		}));
	});
};
