import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import {
	type Contact,
	type ContactCreateSchema,
	ContactSchema,
	type EndUser,
	type EndUserCreateSchema,
} from '../../contracts';
import { collection } from '../collection';
import type { Routes } from '../context';
import type { ContactRecord } from '../data/contacts';
import type { UserRecord } from '../data/people';
import { same } from '../filters';
import { flag } from '../query';
import { found } from '../refusal';
import { only, userRow } from '../rows';
import { serve } from '../serve';
import { emitChangeOfEndUser, endUserRow, newEndUser, releaseDevices } from '../state/endUsers';
import { checkPlaceAndManager, managerOf } from '../state/people';

type ContactWish = z.infer<typeof ContactCreateSchema>;
type EndUserWish = z.infer<typeof EndUserCreateSchema>;

/** Users of both types, and people at an organization who have no account. */
export const peopleRoutes: Routes = (app, { state, settings }) => {
	const contacts = collection<ContactRecord, ContactWish>({
		name: 'contact',
		table: state.contacts,
		row: only<Contact>(ContactSchema.shape),
		make(wish, before) {
			checkPlaceAndManager(state, wish.organizationId, wish.managerUuid);
			return { uid: randomUUID(), ...before, ...wish };
		},
	});
	const users = collection<UserRecord>({
		name: 'user',
		table: state.users,
		filters: { userType: same(({ userType }) => userType) },
		row: (user, { query }) => userRow(flag(query, 'includeRoles'))(user),
	});
	const endUsers = collection<UserRecord, EndUserWish, EndUser>({
		name: 'end user',
		table: state.users,
		where: ({ userType }) => userType === 'END_USER',
		row: endUserRow(state),
		unique: {
			of: ({ email }) => email.toLowerCase(),
			message: ({ email }) => `A user with the email ${email} exists`,
		},
		make(wish, before, { query }) {
			checkPlaceAndManager(state, wish.organizationId, wish.managerUid);
			return { ...(before ?? newEndUser(flag(query, 'sendInvitation'))), ...wish };
		},
		after(done, user, { userId }) {
			if (done === 'DELETED') releaseDevices(state, user, userId);
			emitChangeOfEndUser(state, user, done, userId);
		},
	});

	serve(app, {
		'GET /v2/contacts': contacts.list,
		'POST /v2/contacts': contacts.create,
		'GET /v2/contact/{id}': contacts.get,
		'PATCH /v2/contact/{id}': contacts.update,
		'DELETE /v2/contact/{id}': contacts.delete,
		'GET /v2/ticketing/contact/contacts': () =>
			state.contacts.all().map(({ organizationId, managerUuid, ...contact }) => ({
				...contact,
				clientId: organizationId,
				clientName: state.organizations.get(organizationId)?.name ?? '',
				displayName: `${contact.firstName} ${contact.lastName}`,
				manager: managerUuid && managerOf(state, managerUuid),
				createTime: settings.baseTime / 1000,
				updateTime: settings.baseTime / 1000,
			})),

		'GET /v2/users': users.list,
		'GET /v2/user/end-users': endUsers.list,
		'POST /v2/user/end-users': endUsers.create,
		'GET /v2/user/end-user/{id}': endUsers.get,
		'PATCH /v2/user/end-user/{id}': endUsers.update,
		'DELETE /v2/user/end-user/{id}': endUsers.delete,
		'GET /v2/organization/{id}/end-users'(call) {
			const { id } = found(state.organizations.get(call.id()), 'organization');
			return users.list(
				call,
				({ userType, organizationId }) => userType === 'END_USER' && organizationId === id,
			);
		},
	});
};
