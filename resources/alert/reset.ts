import { alerts } from '../../api/endpoints/alerts';
import { call } from '../../api/request';
import { jsonObject } from '../../operations/json';
import { operation } from '../../operations/operation';
import { alertUid } from '../fields/alerts';

export const activityData = jsonObject({
	displayName: 'Activity Data',
	description:
		'A JSON object that NinjaOne keeps with the activity of the reset, such as who did it and why. Leave it at {} for none.',
	placeholder: 'e.g. {"resolvedBy": "n8n", "ticket": 4711}',
});

/** The request that ends one alert, with data for its activity where there is any. */
export const resetCall = (uid: string, data: Record<string, unknown> = {}) =>
	Object.keys(data).length === 0
		? call(alerts.reset, { path: { uid } })
		: call(alerts.resetWithData, { path: { uid }, body: data });

export const reset = operation({
	name: 'Reset',
	action: 'Reset alert',
	description: 'Clear one active alert, with or without data for the activity that records it',
	endpoints: [alerts.reset, alerts.resetWithData],
	fields: { alertUid: alertUid(), activityData },
	request: ({ alertUid, activityData: data }) => resetCall(alertUid, data),
	done: ({ alertUid }) => ({ alertUid }),
});
