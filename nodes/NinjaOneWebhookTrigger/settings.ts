import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { authorFlag } from '../../operations/fields';
import { readParameters } from '../../operations/readFields';
import type { OutputForm } from '../events/item';
import { outputForm, wantedEvents, type Wanted } from '../events/parameters';

/** The parameters of the webhook trigger, by name. */
export const webhookFields = {
	events: wantedEvents,
	output: outputForm,
	replaceOther: authorFlag({
		displayName: "Replace Another Workflow's Configuration",
		description:
			'Whether to take the webhook configuration of the API app from another active workflow, which then receives nothing any more. Otherwise the activation is refused.',
	}),
};

export interface WebhookSettings {
	wanted: Wanted[];
	output: OutputForm;
	replaceOther: boolean;
}

/** @throws NinjaOneError with the parameter's name */
export function readWebhookSettings(context: IHookFunctions | IWebhookFunctions): WebhookSettings {
	const { events: wanted, ...others } = readParameters(context, webhookFields);
	return { wanted, ...others };
}
