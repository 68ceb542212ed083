import type { IDataObject } from 'n8n-workflow';
import { idOf, type Reference } from '../../operations/reference';
import { personName } from './personName';

const isUid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** What a person can be given by. */
export const namesOfPerson = (row: IDataObject) => [personName(row), row.email, row.uid];

/**
 * A person's UID: as it was given, or looked up by name, email address or numeric ID.
 * @param rows the people among whom to look
 */
export async function uidOfPerson(
	given: Reference,
	label: string,
	rows: () => Promise<IDataObject[]>,
): Promise<string> {
	const name = 'id' in given ? String(given.id) : given.name;
	if (isUid(name)) return name.toLowerCase();
	return await idOf<string>(
		{ name },
		{
			label,
			rows,
			names: (row) => [...namesOfPerson(row), row.id],
			id: ({ uid }) => uid as string,
			about: ({ email, userType }) => [email, userType].filter(Boolean).join(', '),
		},
	);
}
