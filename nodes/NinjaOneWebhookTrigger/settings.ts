import { connect } from '../../api/connection';
import { inputError } from '../../api/errors';
import { rowsFor, type Rows } from '../../api/list';
import { onlyWhen, type Field, type GivenOf } from '../../operations/field';
import { authorFlag, choice, secretText } from '../../operations/fields';
import { readGiven, readParameters } from '../../operations/readFields';
import { outputForm, wantedEvents, type Wanted } from '../events/parameters';
import type { WebhookContext } from './state';

/** Characters that a secret has at least: anybody on the internet can try some. */
const shortestSecret = 16;

const byNode = { registration: ['node'] };

/** A secret that somebody writes into NinjaOne, too. */
const secret: Field<string | undefined> = {
	...secretText({
		displayName: 'Secret',
		description: `What each call has to bring along, at least ${shortestSecret} characters: at the end of the address in NinjaOne, as ?secret=..., or in the header X-N8N-NinjaOne-Secret`,
	}),
	parse(value, { label }) {
		const given = typeof value === 'string' ? value.trim() : '';
		if (given.length >= shortestSecret && /^[\w.~-]+$/.test(given)) return given;
		throw inputError(
			label,
			given === '' ? 'is empty' : 'is too short, or has characters that an address cannot hold',
			`Give at least ${shortestSecret} letters, digits and . _ ~ -, and write the same into NinjaOne.`,
		);
	},
};

/** The parameters of the webhook trigger, by name. */
export const webhookFields = {
	registration: choice(
		{ displayName: 'Registration', description: 'Who tells NinjaOne the address of this workflow' },
		[
			{
				name: 'By This Node',
				value: 'node',
				description: 'When the workflow is activated; one workflow for each API app',
			},
			{
				name: 'By Hand in NinjaOne',
				value: 'hand',
				description:
					'As a notification channel of type Webhook, attached to conditions of policies; any number of workflows',
			},
		],
	),
	secret: onlyWhen({ registration: ['hand'] }, secret),
	events: wantedEvents,
	output: outputForm,
	replaceOther: onlyWhen(
		byNode,
		authorFlag({
			displayName: "Replace Another Workflow's Configuration",
			description:
				'Whether to take the webhook configuration of the API app from another active workflow, which then receives nothing any more. Otherwise the activation is refused.',
		}),
	),
	removeConfiguration: onlyWhen(
		byNode,
		authorFlag({
			displayName: 'Remove Configuration on Deactivation',
			description:
				'Whether to remove the webhook configuration from NinjaOne when the workflow is deactivated or a test ends. NinjaOne cannot be asked whose it is, so turn this on only where nothing else uses the API app; otherwise NinjaOne goes on calling in vain until it gives up.',
		}),
	),
};

const { events, ...settingFields } = webhookFields;

export type WebhookSettings = GivenOf<typeof settingFields>;

/**
 * All but the events, without asking NinjaOne.
 * @throws NinjaOneError with the parameter's name
 */
export const readWebhookSettings = (context: WebhookContext): WebhookSettings =>
	readGiven(context, settingFields);

/** Milliseconds that looking a name up may take: NinjaOne waits for the answer to a call. */
const longestLookUpMs = 8_000;

/**
 * The events that are wanted, with the names in their filters looked up; NinjaOne is not asked where there are none.
 * @throws NinjaOneError with the parameter's name
 */
export async function readWanted(context: WebhookContext): Promise<Wanted[]> {
	const rows: Rows = async (call) => {
		const deadline = Date.now() + longestLookUpMs;
		const connection = await connect(context, { deadline, longestWaitMs: longestLookUpMs / 4 });
		return await rowsFor(connection)(call);
	};
	return (await readParameters(context, { events }, rows)).events;
}
