import type { IDataObject } from 'n8n-workflow';
import type { Connection } from './connection';
import { readStretch } from './feedAnswer';
import type { Query } from './query';

/** Activities of a stretch of ids, oldest first: nothing is missing between the part before and this one. */
export interface Part {
	rows: IDataObject[];
	/** Everything up to this id is in this part or in one before it. */
	upTo: number;
	/** NinjaOne's highest activity id; undefined where the answer has none. */
	highest?: number;
	/** How many ids the part behind it is going to have; undefined at the end. */
	width?: number;
}

/** A stretch of the log: ids above the one, up to and including the other. */
export interface Stretch {
	above: number;
	upTo?: number;
	/** How many ids the first part is to have, where the stretch is known not to fit into one. */
	width?: number;
}

/** The share of a full page that the next part is meant to be. */
const aimedAt = 0.9;
/** How much longer or shorter the next part may become. */
const mostChange = 4;

/**
 * The activities of a stretch, in parts from the oldest on: whoever stops between two parts has lost nothing.
 *
 * One small request where little is in it. An answer that is full may be any part of what was asked for: NinjaOne does
 * not say whether it is the oldest or the newest, by id or by time. So it is not used: shorter stretches of ids are
 * asked for until each answer is whole, whatever the order.
 * @param query filters of NinjaOne's own
 */
export async function* partsOf(
	connection: Connection,
	query: Query,
	{ above, upTo = Infinity, width = Infinity }: Stretch,
): AsyncGenerator<Part> {
	for (let from = above; from < upTo; ) {
		const end = Math.min(from + width, upTo);
		const { rows, isWhole, highest, fullPage } = await readStretch(connection, query, from, end);
		const ids = rows.map(idOf);
		const newest = Math.max(from, highest ?? 0, ...ids);
		if (!isWhole) {
			const density = ids.length / (Math.max(...ids) - Math.min(...ids) + 1);
			width = Math.min((aimedAt * fullPage) / density, (Math.min(end, newest) - from) / 2);
			width = Math.max(1, Math.floor(width));
			continue;
		}
		if (end >= newest) {
			yield { rows, upTo: Math.min(end, newest), highest };
			return;
		}
		const change = (aimedAt * fullPage) / Math.max(rows.length, 1);
		width = Math.ceil(width * Math.min(Math.max(change, 1 / mostChange), mostChange));
		yield { rows, upTo: end, highest, width };
		from = end;
	}
}

const idOf = ({ id }: IDataObject) => Number(id);
