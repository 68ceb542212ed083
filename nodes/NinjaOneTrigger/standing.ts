import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { deviceFilterText } from '../../api/deviceFilter';
import { alerts } from '../../api/endpoints/alerts';
import { devices } from '../../api/endpoints/devices';
import { rowsFor } from '../../api/list';
import { call } from '../../api/request';
import type { EventName } from '../events/all';
import { learnFrom } from '../events/alerts';
import { itemOf } from '../events/item';
import { note, seriesOf, type Memory } from '../events/memory';
import { readFacts } from '../events/readFacts';
import { eventsIn, needsOf, needsSource } from '../events/recognize';
import type { Settings } from './settings';

/** Events that are also states: what began and has not ended. */
const states: readonly EventName[] = ['newAlert', 'deviceOffline', 'deviceWaiting'];

/** What is active now, as the events that began it. */
export async function standing(
	connection: Connection,
	settings: Settings,
	memory: Memory,
): Promise<IDataObject[]> {
	const wanted = settings.wanted.filter(({ event }) => states.includes(event));
	const { alerts: wantsAlerts } = needsOf(wanted);
	const wantsWaiting = wanted.some(({ event }) => event === 'deviceWaiting');
	const beginnings = [
		...(wantsAlerts ? (await activeAlerts(connection)).map(beginningOf) : []),
		...(wantsWaiting ? (await waitingDevices(connection)).map(arrivalOf) : []),
	].sort((a, b) => Number(a.activityTime) - Number(b.activityTime));
	const facts = await readFacts(connection, beginnings, needsOf(wanted));
	return beginnings.flatMap((activity) =>
		eventsIn(activity, wanted, facts, memory).map((name) => {
			note(memory.told, seriesOf(activity));
			return itemOf(name, activity, facts, settings.output);
		}),
	);
}

/**
 * Learns from the active alerts what their ends will not tell, where that is needed: alerts that are gone by the time they
 * are looked at are recognised by what others of their condition taught.
 */
export async function learnFromStanding(
	connection: Connection,
	{ wanted }: Settings,
	memory: Memory,
): Promise<void> {
	if (!wanted.some(needsSource)) return;
	for (const alert of await activeAlerts(connection)) learnFrom(alert, memory);
}

const activeAlerts = async (connection: Connection) => await rowsFor(connection)(call(alerts));

const waitingDevices = async (connection: Connection) =>
	await rowsFor(connection)(
		call(devices, { query: { df: deviceFilterText({ status: 'PENDING' }) } }),
	);

/** An alert as the activity that began it. */
const beginningOf = (alert: IDataObject): IDataObject => ({
	activityTime: alert.createTime,
	deviceId: alert.deviceId,
	message: alert.message,
	priority: alert.priority,
	seriesUid: alert.uid,
	severity: alert.severity,
	sourceConfigUid: alert.sourceConfigUid,
	sourceName: alert.conditionName ?? alert.sourceName,
	statusCode: 'TRIGGERED',
});

/** A device that waits as the activity of its creation. */
const arrivalOf = ({ id, created }: IDataObject): IDataObject => ({
	activityTime: created,
	deviceId: id,
	statusCode: 'NODE_CREATED',
});
