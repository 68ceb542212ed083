import type { IDataObject, INodeListSearchItems } from 'n8n-workflow';
import { alerts } from '../../api/endpoints/alerts';
import { call } from '../../api/request';
import { uidLocator } from '../../operations/locator';
import { recordList } from '../../operations/recordList';
import { deviceName } from './deviceName';

const alertItem = (row: IDataObject): INodeListSearchItems => ({
	name: `${deviceName((row.device ?? { id: row.deviceId }) as IDataObject)}: ${String(row.message ?? row.sourceType ?? row.uid)}`,
	value: row.uid as string,
});

const activeAlerts = recordList<string>(call(alerts.list), {
	searchMethod: 'searchAlerts',
	item: alertItem,
});

export const alertUid = () =>
	uidLocator(
		{
			displayName: 'Alert',
			description:
				'The alert: picked from the active ones, or given by its UID (the uid of an alert, or the seriesUid of its activities; never the numeric ID of an activity)',
			picker: activeAlerts.picker!,
			example: '0b7cf9e2-6a1d-4c58-9f0e-2d1a3b4c5d6e',
		},
		'An alert\'s UID is its "uid", or the "seriesUid" of its activities; the numeric ID of an activity does not work.',
	);
