/** Workflows that run in any n8n. */

import { chain, ninjaOne, quickPolls, START } from '../lib/workflows.mjs';

const EVENTS = { row: [{ event: 'newAlert' }] };
const DONE = { name: 'Done', type: 'n8n-nodes-base.noOp' };

const content = 'Restart the server, then call its owner.';

/** A text that becomes an article of the knowledge base, and comes back as a file. */
export const FILES = {
	content,
	workflow: chain(
		'files',
		'Files up and down',
		START,
		{
			name: 'Text',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: {
				assignments: {
					assignments: [{ id: 'text', name: 'text', type: 'string', value: content }],
				},
			},
		},
		{
			name: 'File',
			type: 'n8n-nodes-base.convertToFile',
			typeVersion: 1.1,
			parameters: {
				operation: 'toText',
				sourceProperty: 'text',
				options: { fileName: 'restart.txt' },
			},
		},
		ninjaOne('Upload', 'knowledgeBaseArticle.upload', {
			inputFields: 'data',
			scope: 'global',
			level: 'top',
		}),
		ninjaOne('Download', 'knowledgeBaseArticle.download', {
			articleId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
		}),
	),
};

export const POLLED = chain(
	'polling-trigger',
	'What happens in NinjaOne',
	{
		name: 'NinjaOne Trigger',
		type: 'n8n-nodes-ninjaone.ninjaOneTrigger',
		parameters: { pollTimes: { item: quickPolls(3) }, events: EVENTS },
	},
	DONE,
);

export const TOLD = chain(
	'webhook-trigger',
	'Told by NinjaOne',
	{
		name: 'NinjaOne Webhook Trigger',
		type: 'n8n-nodes-ninjaone.ninjaOneWebhookTrigger',
		webhookId: 'told-by-ninjaone',
		parameters: { events: EVENTS },
	},
	DONE,
);
