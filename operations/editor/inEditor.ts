import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { connect, type Connection } from '../../api/connection';
import { toNodeError } from '../nodeError';

/** Loads a list for the editor. What goes wrong is shown there, never taken for an empty list. */
export async function inEditor<Loaded>(
	context: ILoadOptionsFunctions,
	load: (connection: Connection) => Promise<Loaded>,
): Promise<Loaded> {
	try {
		return await load(await connect(context));
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

/** Whether a text holds what the user has typed; every text does while nothing is typed. */
export const holds = (filter: string) => {
	const wanted = filter.toLowerCase();
	return (text: string) => text.toLowerCase().includes(wanted);
};
