import type { IDataObject } from 'n8n-workflow';
import { valueText, type AttributeChange, type AttributeValue } from './formFieldValues';

/** A change to a ticket, ready to be laid over whatever state the ticket is in by then. */
export interface TicketChange {
	/** Fields to set, under the names that NinjaOne takes. */
	set: IDataObject;
	/** Names of fields to empty. */
	clear: readonly string[];
	tags?: (now: string[]) => string[];
	attributes?: AttributeChange;
}

/** What an update takes under the name under which a ticket tells it; see also `carried`. */
const sameNames = [
	'clientId',
	'ticketFormId',
	'locationId',
	'nodeId',
	'subject',
	'type',
	'assignedAppUserId',
	'requesterUid',
	'severity',
	'priority',
	'parentTicketId',
	'tags',
	'additionalAssignedTechnicianIds',
	'followupTime',
];

/**
 * A ticket as an update has to tell it so that nothing changes: an update takes the place of the whole ticket. What
 * the ticket does not have is absent.
 */
export function carried(ticket: IDataObject): IDataObject {
	const { status, ccList, attributeValues } = ticket;
	const all: IDataObject = {
		...Object.fromEntries(sameNames.map((name) => [name, ticket[name]])),
		status: statusText(status),
		cc: ccList,
		attributes: attributesOf(attributeValues) as unknown as IDataObject[],
	};
	return Object.fromEntries(
		Object.entries(all).filter(([, value]) => value !== undefined && value !== null),
	);
}

function statusText(status: unknown): string | undefined {
	const id = typeof status === 'object' ? (status as IDataObject | null)?.statusId : status;
	return id === undefined || id === null ? undefined : String(id);
}

const attributesOf = (values: unknown): AttributeValue[] | undefined =>
	(values as IDataObject[] | undefined)
		?.filter(({ value }) => value !== undefined && value !== null)
		.map(({ id, attributeId, value }) => ({
			...(id ? { id: id as number } : {}),
			attributeId: attributeId as number,
			value: valueText(value),
		}));

/** Lists are emptied by an empty list; anything else by not being there. */
const emptied: Readonly<Record<string, IDataObject[string]>> = {
	additionalAssignedTechnicianIds: [],
	attributes: [],
	cc: { uids: [], emails: [] },
	tags: [],
};

/** The ticket with the change on top, and nothing else different. */
export function merged(
	ticket: IDataObject,
	{ set, clear, tags, attributes }: TicketChange,
): IDataObject {
	const now = carried(ticket);
	const kept = Object.fromEntries(Object.entries(now).filter(([name]) => !clear.includes(name)));
	const empty = Object.fromEntries(
		clear.filter((name) => name in emptied).map((name) => [name, emptied[name]]),
	);
	return {
		...kept,
		...empty,
		...set,
		...(tags ? { tags: tags((kept.tags ?? []) as string[]) } : {}),
		...(attributes ? { attributes: withAttributes(now.attributes, attributes) } : {}),
	};
}

/** A value that changes keeps its id. */
function withAttributes(now: unknown, { set, clear }: AttributeChange): IDataObject[] {
	const before = (now ?? []) as AttributeValue[];
	const changed = before
		.filter(({ attributeId }) => !clear.includes(attributeId))
		.map((one) => ({ ...one, ...set.find(({ attributeId }) => attributeId === one.attributeId) }));
	const added = set.filter(
		({ attributeId }) => !before.some((one) => one.attributeId === attributeId),
	);
	return [...changed, ...added] as unknown as IDataObject[];
}

/** Names of the fields that are not the same; the order in lists, and ids of values, do not count. */
export const differences = (before: IDataObject, after: IDataObject): string[] =>
	[...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
		(name) => comparable(name, before[name]) !== comparable(name, after[name]),
	);

function comparable(name: string, given: unknown): string {
	const value = given ?? emptied[name] ?? '';
	if (Array.isArray(value)) {
		const items = name === 'attributes' ? value.map(withoutId) : value;
		return JSON.stringify(items.map((item) => JSON.stringify(item)).sort());
	}
	if (typeof value !== 'object') return JSON.stringify(value);
	const { uids = [], emails = [] } = value as { uids?: string[]; emails?: string[] };
	return JSON.stringify([[...uids].sort(), [...emails].sort()]);
}

const withoutId = ({ attributeId, value }: AttributeValue) => ({ attributeId, value });
