import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { scripts } from '../../api/endpoints/scripts';
import { call } from '../../api/request';
import { send } from '../../api/send';
import { optionsFrom, type DropDown } from '../../operations/editor/dropDown';
import { holds } from '../../operations/editor/inEditor';
import type { ListPicker } from '../../operations/editor/search';
import { chosenDevice } from '../fields/devices';

/** What the device that is chosen in the node offers. */
interface Options {
	scripts?: IDataObject[];
	credentials?: { roles?: string[]; credentials?: IDataObject[] };
}

const optionsOfDevice = async (connection: Connection, context: ILoadOptionsFunctions) => {
	const path = { id: chosenDevice(context) };
	return (await send(connection, call(scripts.options, { path }))) as Options;
};

/** How the picker writes down what it found: a script by its ID, a built-in action by its UID. */
const runnableValue = ({ type, id, uid }: IDataObject) =>
	type === 'ACTION' ? `ACTION:${String(uid)}` : `SCRIPT:${String(id)}`;

const label = ({ id, uid, name, type, language }: IDataObject) =>
	`${String(name ?? uid ?? id)} (${type === 'ACTION' ? 'built-in action' : String(language ?? 'script')})`;

/** Scripts and built-in actions of the device; NinjaOne keeps both in one list. */
export const runnablePicker: ListPicker = {
	method: 'searchScripts',
	async search(connection, filter, _token, context) {
		const { scripts = [] } = await optionsOfDevice(connection, context);
		const isWanted = holds(filter);
		return {
			results: scripts
				.map((each) => ({ name: label(each), value: runnableValue(each) }))
				.filter(({ name }) => isWanted(name))
				.sort((a, b) => a.name.localeCompare(b.name)),
		};
	},
};

/** Roles and credentials that the device can run scripts as. */
export const runAsOptions: DropDown = {
	method: 'getRunAs',
	load: optionsFrom(async (_, { connection, context }) => {
		const { credentials } = await optionsOfDevice(connection, context);
		const roles = credentials?.roles ?? [];
		return [
			...[...new Set(['system', ...roles])].map((role) => ({ name: role, value: role })),
			...(credentials?.credentials ?? []).map(({ id, name }) => ({
				name: String(name ?? id),
				value: String(id),
			})),
		];
	}),
};
