import type { INodeType } from 'n8n-workflow';
import { credentialName } from '../../api/connection';
import { execute } from '../../operations/execute';
import type { Resources } from '../../operations/operation';
import { properties } from '../../operations/properties';

type Execute = NonNullable<INodeType['execute']>;

/** A node that signs in with the package's credential. */
export function nodeType(
	run: Execute,
	parameters: INodeType['description']['properties'],
): INodeType {
	return {
		description: {
			displayName: 'Trial',
			name: 'trial',
			group: ['transform'],
			version: 1,
			description: 'Is tried or measured',
			defaults: { name: 'Trial' },
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: credentialName, required: true }],
			properties: parameters,
		},
		execute: run,
	};
}

/** A node of these operations, put together as nodes/NinjaOne is. */
export const operationsNode = (resources: Resources): INodeType =>
	nodeType(async function () {
		return await execute(this, resources);
	}, properties(resources));
