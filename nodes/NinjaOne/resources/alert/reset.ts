import { alertReset, alertResetWithData } from '../../../../api/endpoints/alerts';
import { call } from '../../../../api/request';
import { jsonObject } from '../../../../operations/fields';
import { operation } from '../../../../operations/operation';
import { alertLocator } from '../../fields/locators';

export const reset = operation({
	name: 'Reset',
	action: 'Reset alert',
	description: 'Clear one active alert, with or without data for the activity that records it',
	endpoints: [alertReset, alertResetWithData],
	fields: {
		alertUid: alertLocator(),
		activityData: jsonObject({
			displayName: 'Activity Data',
			description:
				'A JSON object that NinjaOne keeps with the activity of the reset, such as who did it and why. Leave it at {} for none.',
			placeholder: 'e.g. {"resolvedBy": "n8n", "ticket": 4711}',
		}),
	},
	request: ({ alertUid, activityData }) =>
		Object.keys(activityData ?? {}).length === 0
			? call(alertReset, { path: { uid: alertUid } })
			: call(alertResetWithData, { path: { uid: alertUid }, body: activityData }),
	done: ({ alertUid }) => ({ alertUid }),
});
