import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { scripts } from '../../api/endpoints/scripts';
import { call } from '../../api/request';
import { send } from '../../api/send';
import { runnableValue } from '../script/fields';
import { chosenDevice } from './chosen';
import { holds, inEditor } from './inEditor';

/** What the device that is chosen in the node offers. */
interface Options {
	scripts?: IDataObject[];
	credentials?: { roles?: string[]; credentials?: IDataObject[] };
}

const optionsOfDevice = async (context: ILoadOptionsFunctions): Promise<Options> =>
	await inEditor(context, async (connection) => {
		const path = { id: chosenDevice(context) };
		return (await send(connection, call(scripts.options, { path }))) as Options;
	});

/** Scripts and built-in actions of the device; NinjaOne keeps both in one list. */
export async function searchScripts(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const { scripts = [] } = await optionsOfDevice(this);
	const isWanted = holds(filter);
	return {
		results: scripts
			.map((each) => ({ name: label(each), value: runnableValue(each) }))
			.filter(({ name }) => isWanted(name))
			.sort((a, b) => a.name.localeCompare(b.name)),
	};
}

const label = ({ id, uid, name, type, language }: IDataObject) =>
	`${String(name ?? uid ?? id)} (${type === 'ACTION' ? 'built-in action' : String(language ?? 'script')})`;

/** Roles and credentials that the device can run scripts as. */
export async function getRunAs(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { credentials } = await optionsOfDevice(this);
	const roles = credentials?.roles ?? [];
	return [
		...[...new Set(['system', ...roles])].map((role) => ({ name: role, value: role })),
		...(credentials?.credentials ?? []).map(({ id, name }) => ({
			name: String(name ?? id),
			value: String(id),
		})),
	];
}
