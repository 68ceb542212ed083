import type { IDataObject } from 'n8n-workflow';
import { secureKey } from '../fields/fieldValues';

/** Types of items whose content is a secret. */
const secretTypes = ['CREDENTIAL', 'SECURE'];
/** Where an item has its content. */
const places = ['value', 'relEntity'] as const;
/** What a secret may tell of itself; everything else in it counts as secret, known or not. */
const open = ['id', 'name', 'type', 'url', 'username'];

/**
 * A related item with its secrets taken out.
 * @param isRevealed whether they come out under `secureValues`
 */
export function withoutSecrets(row: IDataObject, isRevealed = false): IDataObject {
	if (!secretTypes.includes(String(row.relEntityType))) return row;
	const shown = { ...row };
	const secrets: IDataObject = {};
	for (const place of places) {
		if (row[place] === undefined || row[place] === null) continue;
		const content = contentOf(row[place]);
		shown[place] = Object.fromEntries(content.filter(([name]) => open.includes(name)));
		Object.assign(secrets, Object.fromEntries(content.filter(([name]) => !open.includes(name))));
	}
	return isRevealed ? { ...shown, [secureKey]: secrets } : shown;
}

const contentOf = (held: unknown) =>
	Object.entries((typeof held === 'object' ? held : { value: held }) as IDataObject);
