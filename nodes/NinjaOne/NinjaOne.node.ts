import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { execute } from '../../operations/execute';
import { methodsOfOperations } from '../../operations/methods';
import { properties } from '../../operations/properties';
import { secureKey } from '../../resources/fields/fieldValues';
import { resources } from '../../resources';

export class NinjaOne implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'NinjaOne',
		name: 'ninjaOne',
		icon: { light: 'file:../../icons/ninjaone.svg', dark: 'file:../../icons/ninjaone.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["resource"] + ": " + $parameter["operation"] }}',
		description: 'Manage devices, alerts and organizations in NinjaOne (RMM)',
		defaults: { name: 'NinjaOne' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ninjaOneRmmOAuth2Api', required: true }],
		// What is revealed there is hidden in saved executions.
		sensitiveOutputFields: [secureKey],
		properties: properties(resources),
	};

	methods = methodsOfOperations(resources);

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, resources);
	}
}
