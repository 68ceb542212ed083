import type { IDataObject, ILoadOptionsFunctions, INodeListSearchItems } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { folders } from '../../api/endpoints/folders';
import { asNinjaOneError, inputError } from '../../api/errors';
import { rowsFor, type Rows } from '../../api/list';
import { call } from '../../api/request';
import { send } from '../../api/send';
import { chosen } from '../../operations/editor/chosen';
import { holds } from '../../operations/editor/inEditor';
import type { ListPicker } from '../../operations/editor/search';
import { numericId } from '../../operations/ids';
import { listLocator } from '../../operations/locator';
import { findRecord } from '../../operations/recordList';
import { organizationId as organizationField, organizationList } from './organizations';

/** A folder as the user gave it: by ID, or by the names that lead to it. */
export type FolderReference = { id: number } | { path: string };

/** A folder that is still to be looked into; the first is known by its place alone. */
interface Step {
	id?: number;
	path: string;
}

/** NinjaOne says what is in one folder at a time: so many are looked into per scroll, the token holds the rest. */
const foldersPerScroll = 25;

/** Folders of the knowledge base that is chosen in the node, by their paths. */
const folderPicker: ListPicker = {
	method: 'searchFolders',
	async search(connection, filter, token, context) {
		const steps = (token === undefined ? [{ path: '' }] : JSON.parse(token)) as Step[];
		const isWanted = holds(filter);
		const results: INodeListSearchItems[] = [];
		const organizationId = await chosenOwner(context, rowsFor(connection));
		for (let looked = 0; steps.length > 0 && looked < foldersPerScroll; looked++) {
			const { id, path } = steps.splice(0, 1)[0];
			for (const inside of await foldersIn(connection, id, organizationId)) {
				const step = { id: inside.id as number, path: joined(path, String(inside.name)) };
				steps.push(step);
				if (isWanted(step.path)) results.push({ name: step.path, value: step.id });
			}
		}
		return { results, ...(steps.length > 0 ? { paginationToken: JSON.stringify(steps) } : {}) };
	},
};

const joined = (path: string, name: string) => (path === '' ? name : `${path}|${name}`);

/** An organization whose knowledge base is empty has no first folder yet. */
async function foldersIn(
	connection: Connection,
	folderId: number | undefined,
	organizationId: number | undefined,
): Promise<IDataObject[]> {
	const look =
		folderId === undefined
			? call(folders.getByPath, { query: { organizationId } })
			: call(folders.get, { path: { folderId } });
	const found = await send(connection, look).catch((error: unknown) => {
		if (folderId === undefined && asNinjaOneError(error).status === 404) return { content: [] };
		throw error;
	});
	const { content = [] } = found as { content?: IDataObject[] };
	return content.filter(({ isFolder }) => isFolder === true);
}

/** The organization chosen in the node; undefined for the global knowledge base. */
async function chosenOwner(
	context: ILoadOptionsFunctions,
	rows: Rows,
): Promise<number | undefined> {
	if (context.getNodeParameter('scope', 'global') !== 'organization') return undefined;
	const field = organizationField();
	const given = chosen(context, { name: 'organizationId', field, what: 'an organization' });
	return await findRecord(organizationList, given, { rows, label: field.property.displayName });
}

/** A folder by ID or by path. */
export const folderReference = () =>
	listLocator<FolderReference>(
		{
			displayName: 'Folder',
			description:
				'The folder: picked from the list, or given by its ID or by its path, with | between the names',
			picker: folderPicker,
			example: '4102 or Runbooks|Onboarding',
		},
		(value, label) =>
			typeof value === 'string' && Number.isNaN(Number(value))
				? { path: folderPath(value, label) }
				: { id: numericId(value, label) },
		{ displayName: 'By ID or Path', name: 'id' },
	);

function folderPath(path: string, label: string): string {
	const names = path.split('|').map((name) => name.trim());
	if (names.every((name) => name !== '')) return names.join('|');
	throw inputError(
		label,
		`is not a path of folders: "${path}"`,
		'Write the names with | between them, such as Runbooks|Onboarding, or give an ID.',
	);
}
