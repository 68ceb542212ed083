import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { methodsOf } from '../../operations/methods';
import { parametersOf } from '../../operations/properties';
import { poll } from './poll';
import { triggerFields } from './settings';

export class NinjaOneTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'NinjaOne Trigger',
		name: 'ninjaOneTrigger',
		icon: { light: 'file:../../icons/ninjaone.svg', dark: 'file:../../icons/ninjaone.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ ($parameter["events"]["row"] || []).map((row) => row.event).join(", ") }}',
		description:
			'Starts a workflow when NinjaOne raises or resets an alert, a device joins, a patch fails, a script ends and more',
		defaults: { name: 'NinjaOne Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ninjaOneRmmOAuth2Api', required: true }],
		properties: parametersOf(triggerFields),
	};

	methods = methodsOf(triggerFields);

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
