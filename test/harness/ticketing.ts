import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../simulator';
import type { File } from '../../api/form';
import { technicianOf } from './credentials';
import { runNode, type RunResult } from './engine';

export const byName = (value: string) => ({ __rl: true, mode: 'name', value });
export const byId = (value: number | string) => ({ __rl: true, mode: 'id', value });
/** Values for a form's fields, as n8n's form gives them. */
export const mapped = (value: INodeParameters) => ({ mappingMode: 'defineBelow', value });

interface Given {
	items?: IDataObject[];
	files?: Readonly<Record<string, File>>;
}

/** Runs operations of tickets as a technician. */
export const ticketRunner =
	(simulator: Simulator, resource = 'ticket') =>
	async (operation: string, parameters: object, given: Given = {}): Promise<RunResult> =>
		await runNode({
			parameters: { resource, operation, ...parameters } as INodeParameters,
			credential: technicianOf(simulator),
			...given,
		});

/** Requests that change something: what a refused operation must not have sent. */
export const changesSentTo = (simulator: Simulator) =>
	simulator.requests
		.all()
		.filter(({ method, path }) => method !== 'GET' && /^\/v2\/(?!.*\/run$)/.test(path));
