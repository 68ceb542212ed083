import { users } from '../../api/endpoints/users';
import { call } from '../../api/request';
import type { FieldDefinition } from '../../api/typedFields/definition';
import { readDefinitions } from '../../api/typedFields/readDefinitions';
import { dropDown, sorted } from './dropDowns';
import { pick, userItem, type Search } from './pickers';

const byLabel = (definitions: FieldDefinition[]) =>
	sorted(
		definitions.map(({ name, label, type }) => ({
			name: label,
			value: name,
			description: `${name}, ${type}`,
		})),
	);

/** Every custom field that the API may read. */
export const getCustomFieldNames = dropDown(async (read) => {
	const all = await readDefinitions(read);
	return byLabel(all.filter(({ readable }) => readable));
});

/** Fields of the kind of record chosen in the node that can be emptied. */
export const getClearableFields = dropDown(async (read, context) => {
	const scope = String(context.getNodeParameter('entityType'));
	const all = await readDefinitions(read);
	return byLabel(
		all.filter(({ scopes, writable, required }) => scopes.includes(scope) && writable && !required),
	);
});

/** End users by their numeric ids. */
export const searchEndUsers: Search = async (connection, filter, token) =>
	await pick(
		connection,
		call(users.list),
		(row) => ({ ...userItem(row), value: row.id as number }),
		filter,
		token,
		({ userType }) => userType === 'END_USER',
	);
