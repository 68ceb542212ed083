import type { Activity, DeviceDetailed, NodeClass } from '../../contracts';
import type { Session } from './client';

interface Feed {
	lastActivityId: number;
	lastNodeActivityId?: number;
	activities: Activity[];
}

/** Looks at the fleet of a session, and acts on it. */
export function fleetOf(session: () => Session) {
	const state = () => session().simulator.state;
	const get = <Body>(path: string) => session().get<Body>(path);
	const feed = async (query = '', path = '/v2/activities') =>
		(await get<Feed>(`${path}?${query}`)).activities;
	return {
		state,
		get,
		send: <Body = { errorMessage: string; resultCode: string }>(
			method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
			path: string,
			json?: unknown,
		) => session().call<Body>(path, { method, json }),
		/** The id of the first device of a class, or of a kind. */
		deviceOf: (
			isMeant: NodeClass | ((device: DeviceDetailed) => boolean),
			{ offline = false } = {},
		): number =>
			state()
				.devices.all()
				.find(
					(device) =>
						device.offline === offline &&
						(typeof isMeant === 'string' ? device.nodeClass === isMeant : isMeant(device)),
				)?.id ?? 0,
		/** Entries of the feed, newest first. */
		feed,
		feedOf: (id: number, query = '') => feed(query, `/v2/device/${id}/activities`),
		/** Rows of a report; its path may have a query. */
		report: async <Row = Record<string, unknown> & { deviceId: number }>(path: string) =>
			(await get<{ results: Row[] }>(`/v2/queries/${path}`)).results,
		/** What was added to the feed since an id, oldest first. */
		since: (id: number) => [...state().activities.oldestFirst(id, Infinity)],
	};
}

export const codesOf = (activities: readonly Activity[]) =>
	activities.map(({ statusCode }) => statusCode);

/** A device filter for one device, as a part of a query. */
export const onlyDevice = (id: number) => `df=id%20%3D%20${id}`;
