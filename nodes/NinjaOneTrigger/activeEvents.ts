import type { IDataObject } from 'n8n-workflow';
import type { Connection } from '../../api/connection';
import { deviceFilterText } from '../../api/deviceFilter';
import { alerts } from '../../api/endpoints/alerts';
import { devices } from '../../api/endpoints/devices';
import { asNinjaOneError } from '../../api/errors';
import { rowsFor } from '../../api/list';
import { call } from '../../api/request';
import { learnFrom } from '../events/alerts';
import type { EventName } from '../events/all';
import type { Knowledge } from '../events/event';
import { isRefusal, readFacts } from '../events/facts';
import { isAboutAlerts, sourceTypesFor } from '../events/filters';
import { judge } from '../events/judge';
import { note, seriesOf, type Memory } from '../events/memory';
import type { Poll } from './settings';

/** Events that are also states: what began and has not ended. */
const states: readonly EventName[] = ['newAlert', 'deviceOffline', 'deviceWaiting'];

/**
 * What is active now, as the events that began it.
 * @param since epoch seconds: what began later is noted, since its activity may be on its way in the feed
 */
export async function activeEvents(
	{ connection, settings, warn }: Poll,
	memory: Memory,
	since = Infinity,
): Promise<IDataObject[]> {
	const wanted = settings.wanted.filter(({ event }) => states.includes(event));
	const wantsWaiting = wanted.some(({ event }) => event === 'deviceWaiting');
	const beginnings = [
		...(wanted.some(isAboutAlerts) ? (await activeAlerts(connection)).map(beginningOf) : []),
		...(wantsWaiting ? (await waitingDevices(connection)).map(arrivalOf) : []),
	].sort((a, b) => Number(a.activityTime) - Number(b.activityTime));
	const facts = await readFacts(connection, beginnings, wanted, warn);
	const knowledge: Knowledge = { facts, memory, isFinal: true };
	const items = beginnings.flatMap(
		(activity) => judge(activity, wanted, knowledge, settings.output).items,
	);
	for (const activity of beginnings) {
		if (Number(activity.activityTime) >= since) note(memory.active, seriesOf(activity));
	}
	return items;
}

/**
 * Learns from the active alerts what their ends leave out, where that is needed: alerts that are gone by the time they
 * are looked at are recognised by what others of their condition taught.
 */
export async function learnFromActive(
	{ connection, settings, warn }: Poll,
	memory: Memory,
): Promise<void> {
	const types = sourceTypesFor(settings.wanted);
	if (types.length === 0) return;
	try {
		for (const alert of await activeAlerts(connection)) learnFrom(alert, memory, types);
	} catch (error) {
		if (!isRefusal(error)) throw asNinjaOneError(error);
		warn(`NinjaOne does not tell of the active alerts. ${error.message}`);
	}
}

const activeAlerts = async (connection: Connection) => await rowsFor(connection)(call(alerts.list));

async function waitingDevices(connection: Connection) {
	const df = deviceFilterText({ status: 'PENDING' });
	return await rowsFor(connection)(call(devices.list, { query: { df } }));
}

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
