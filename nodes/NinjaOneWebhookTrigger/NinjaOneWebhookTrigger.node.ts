import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { methodsOf } from '../../operations/methods';
import { toNodeError } from '../../operations/nodeError';
import { parametersOf } from '../../operations/properties';
import { receive } from './receive';
import { isRegistered, register, unregister } from './registration';
import { webhookFields } from './settings';

/** A step of the registration; what goes wrong is shown as n8n shows errors. */
async function run(
	step: (context: IHookFunctions) => Promise<boolean>,
	context: IHookFunctions,
): Promise<boolean> {
	try {
		return await step(context);
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

export class NinjaOneWebhookTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'NinjaOne Webhook Trigger',
		name: 'ninjaOneWebhookTrigger',
		icon: { light: 'file:../../icons/ninjaone.svg', dark: 'file:../../icons/ninjaone.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ ($parameter["events"]["row"] || []).map((row) => row.event).join(", ") }}',
		description:
			'Starts a workflow at once when NinjaOne raises or resets an alert, a device joins, a patch fails and more. For most purposes the polling trigger is the safer choice.',
		defaults: { name: 'NinjaOne Webhook Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'ninjaOneRmmOAuth2Api', required: true }],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' },
		],
		properties: [
			{
				displayName:
					'NinjaOne keeps one webhook configuration for each API app, and it cannot be read. Activating this workflow replaces it: use a credential of an API app that nothing else uses, and put all events into one trigger.',
				name: 'oneConfigurationNotice',
				type: 'notice',
				default: '',
				displayOptions: { show: { registration: ['node'] } },
			},
			{
				displayName:
					'In NinjaOne: Administration > Apps > Notification channels > Webhook. Give it the Production URL above with ?secret= and the secret at its end, switch the channel on in the conditions of your policies, and activate this workflow. NinjaOne then posts what those conditions find, so choose events that they raise, such as New Alert and Alert Reset.',
				name: 'byHandNotice',
				type: 'notice',
				default: '',
				displayOptions: { show: { registration: ['hand'] } },
			},
			...parametersOf(webhookFields),
		],
	};

	methods = methodsOf(webhookFields);

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await run(isRegistered, this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await run(register, this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await run(unregister, this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
