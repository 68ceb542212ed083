import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';
import { connect } from '../../../api/connection';
import { scriptingOptions } from '../../../api/endpoints/scripts';
import { call } from '../../../api/request';
import { send } from '../../../api/send';
import { toNodeError } from '../../../operations/nodeError';
import { runnableValue } from '../resources/script/fields';
import { chosenDevice } from './chosenDevice';

/** What the device that is chosen in the node offers. */
interface Options {
	scripts?: IDataObject[];
	credentials?: { roles?: string[]; credentials?: IDataObject[] };
}

async function optionsOfDevice(context: ILoadOptionsFunctions): Promise<Options> {
	try {
		const deviceId = chosenDevice(context);
		const connection = await connect(context);
		return (await send(connection, call(scriptingOptions, { path: { id: deviceId } }))) as Options;
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

/** Scripts and built-in actions of the device; NinjaOne keeps both in one list. */
export async function searchScripts(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const { scripts = [] } = await optionsOfDevice(this);
	const wanted = filter.toLowerCase();
	return {
		results: scripts
			.map((each) => ({ name: label(each), value: runnableValue(each) }))
			.filter(({ name }) => name.toLowerCase().includes(wanted))
			.sort((a, b) => a.name.localeCompare(b.name)),
	};
}

const label = ({ name, type, language }: IDataObject) =>
	`${String(name)} (${type === 'ACTION' ? 'built-in action' : String(language ?? 'script')})`;

/** Roles and credentials that the device can run scripts as. */
export async function getRunAs(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { credentials } = await optionsOfDevice(this);
	const roles = credentials?.roles ?? [];
	return [
		...[...new Set(['system', ...roles])].map((role) => ({ name: role, value: role })),
		...(credentials?.credentials ?? []).map(({ id, name }) => ({
			name: String(name),
			value: String(id),
		})),
	];
}
