import type { IDataObject, ILoadOptionsFunctions, INodeListSearchItems } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { folders } from '../../api/endpoints/folders';
import { organizations } from '../../api/endpoints/organizations';
import { asNinjaOneError } from '../../api/errors';
import { rowsFor, type Rows } from '../../api/list';
import { call } from '../../api/request';
import { send } from '../../api/send';
import { idOf } from '../../operations/reference';
import { ownerOf, readArticles } from '../fields/articles';
import { organizationReference } from '../fields/references';
import { chosen } from './chosen';
import { holds } from './inEditor';
import { pickAmong, type Search } from './pickers';

/** Articles of all knowledge bases, archived ones too. */
export const searchArticles: Search = async (connection, filter, token) => {
	const items = (await readArticles(rowsFor(connection))).map((row) => ({
		name: `${String(row.name ?? row.id)} (${ownerOf(row)})`,
		value: row.id as number,
		...(row.isArchived ? { description: 'Archived' } : {}),
	}));
	return pickAmong(items, filter, token);
};

/** A folder that is still to be looked into; the first is known by its place alone. */
interface Step {
	id?: number;
	path: string;
}

/** NinjaOne tells what is in one folder at a time: so many are looked into per scroll, the token holds the rest. */
const foldersPerScroll = 25;

/** Folders of the knowledge base that is chosen in the node, by their paths. */
export const searchFolders: Search = async (connection, filter, token, context) => {
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
	const field = organizationReference();
	const given = chosen(context, { name: 'organizationId', field, what: 'an organization' });
	return await idOf(given, {
		label: field.property.displayName,
		rows: async () => await rows(call(organizations.list)),
	});
}
