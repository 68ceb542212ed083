import { nodeClasses } from '../../../api/nodeClasses';
import { filterCollection } from '../../../operations/collection';
import type { ValuesOf } from '../../../operations/field';
import { choices, codes, optionalText, wholeNumber } from '../../../operations/fields';
import { organizationChoices } from '../../../resources/fields/organizations';

/** Changes for which NinjaOne has no activity: they are found by comparing lists. */
export const changes = {
	deviceMoved: {
		name: 'Device Moved',
		description: 'A device belongs to another organization now',
	},
	maintenanceBegan: {
		name: 'Maintenance Began',
		description: 'A maintenance window of a device has begun',
	},
	maintenanceEnded: {
		name: 'Maintenance Ended',
		description: 'A maintenance window of a device is over, or was cancelled',
	},
	ticketChanged: {
		name: 'Ticket Changed',
		description: 'A ticket was changed after it was opened, a comment counts too',
	},
	ticketClosed: { name: 'Ticket Closed', description: 'A ticket was closed' },
} as const;
export type Change = keyof typeof changes;

const standardMinutes = 15;

/** The parameter of the polling trigger that says what is compared, and how often. */
export const changeFields = filterCollection(
	{
		displayName: 'Changes to Look For',
		placeholder: 'Add setting',
		description:
			'What NinjaOne has no activity for, found by comparing lists: devices take one request for each 1,000 of them, tickets one or two',
	},
	{
		changes: choices(
			{ displayName: 'Changes', description: 'What starts the workflow beside the events' },
			(Object.keys(changes) as Change[]).map((value) => ({ ...changes[value], value })),
		),
		checkMinutes: wholeNumber(
			{
				displayName: 'Check Every (Minutes)',
				description: 'How long it takes at least until the lists are compared again',
			},
			standardMinutes,
			[1, 1440],
		),
		classes: codes(
			{ displayName: 'Device Classes', description: 'Only devices of these classes' },
			nodeClasses,
		),
		organizationIds: organizationChoices(),
		ticketBoard: optionalText({
			displayName: 'Ticket Board Name or ID',
			description:
				'The board whose tickets are compared. Without it, the one that NinjaOne calls All Tickets.',
			placeholder: 'e.g. All tickets',
		}),
	},
);

type Given = ValuesOf<{ given: typeof changeFields }>['given'];

export interface ChangeSettings {
	changes: readonly Change[];
	/** Seconds between two comparisons. */
	every: number;
	classes: readonly string[];
	/** Of a device that has moved, the organization that it left counts, too. */
	organizationIds: readonly number[];
	board?: string;
}

export const changeSettings = ({
	changes = [],
	checkMinutes = standardMinutes,
	classes = [],
	organizationIds = [],
	ticketBoard: board,
}: Given): ChangeSettings => ({
	changes,
	every: checkMinutes * 60,
	classes,
	organizationIds,
	board,
});
