import type { IDataObject } from 'n8n-workflow';
import type { Facts, Knowledge, Verdict } from './facts';
import type { Memory } from './memory';

/** Something that happens in NinjaOne and starts a workflow. */
export interface TriggerEvent {
	name: string;
	description: string;
	/** Activities that tell of it, by their status codes. */
	statusCodes: readonly string[];
	/** Others that teach what its own activities leave out: of which type an alert is that is gone at its end. */
	taughtBy?: readonly string[];
	/** Types of these activities; any where absent. */
	activityTypes?: readonly string[];
	/** `alert`: the alert that the activity belongs to is looked up, too. */
	about: 'alert' | 'device' | 'account';
	/**
	 * Decides with what is known beyond the activity; undefined where a record is missing that may still be listed.
	 * Absent: every such activity is one.
	 */
	holds?: (activity: IDataObject, knowledge: Knowledge) => Verdict;
	/** Notes what later activities need, once it is decided. It is kept only if the poll ends well. */
	remember?: (activity: IDataObject, memory: Memory, isOne: boolean) => void;
	/** What an item has in addition to what all items have. */
	details?: (activity: IDataObject, facts: Facts) => IDataObject;
}

/** Whether an activity can be this event, by itself. */
export function tellsOf(
	{ statusCodes, activityTypes }: Pick<TriggerEvent, 'statusCodes' | 'activityTypes'>,
	{ statusCode, activityType }: IDataObject,
): boolean {
	return (
		(statusCodes.length === 0 || statusCodes.includes(String(statusCode))) &&
		(!activityTypes?.length || activityTypes.includes(String(activityType)))
	);
}
