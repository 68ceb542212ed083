import { activityTypes } from '../../api/activityTypes';
import { nodeClasses } from '../../api/nodeClasses';
import { priorities, severities } from '../../api/severities';
import { statusCodes } from '../../api/statusCodes';
import { filterCollection } from '../../operations/collection';
import { onlyWhen, type ValuesOf } from '../../operations/field';
import { choice, codes, idList, optionalText } from '../../operations/fields';
import { codeChoices } from '../../operations/textChoices';
import { rows } from '../../operations/rows';
import { groupChoice } from '../../resources/fields/deviceLists';
import { locationChoices } from '../../resources/fields/locations';
import { organizationChoices } from '../../resources/fields/organizations';
import { eventNames, events } from './all';

const activityFilters = filterCollection(
	{
		displayName: 'Activity Filters',
		placeholder: 'Add filter',
		description: 'Which activities; all of them where no filter is set',
	},
	{
		activityTypes: codes(
			{ displayName: 'Activity Types', description: 'Only activities of these types' },
			activityTypes,
		),
		statusCodes: codeChoices({
			displayName: 'Status Code Names or IDs',
			description: 'Only activities with these status codes',
			dropDown: {
				method: 'getStatusCodes',
				load: async () => await Promise.resolve([...statusCodes]),
			},
		}),
	},
);

const alertFilters = filterCollection(
	{ displayName: 'Alert Filters', placeholder: 'Add filter' },
	{
		conditionName: optionalText({
			displayName: 'Condition Name',
			description: 'Only alerts of the condition with this name, in upper or lower case',
		}),
		priorities: codes(
			{ displayName: 'Priorities', description: 'Only alerts of these priorities' },
			priorities,
		),
		severities: codes(
			{ displayName: 'Severities', description: 'Only alerts of these severities' },
			severities,
		),
		sourceTypes: optionalText({
			displayName: 'Source Types',
			description:
				"Only alerts with these sources, as codes of NinjaOne's, comma-separated. Of an alert that has ended before it was looked at, the source is known only if its condition has raised another one before.",
			placeholder: 'e.g. CONDITION_AGENT_CPU,AGENT_OFFLINE',
		}),
	},
);

const deviceFilters = filterCollection(
	{
		displayName: 'Device Filters',
		placeholder: 'Add filter',
		description: 'The device must match all filters that are set; values of one are alternatives',
	},
	{
		classes: codes(
			{ displayName: 'Classes', description: 'Only devices of these classes' },
			nodeClasses,
		),
		deviceIds: idList({
			displayName: 'Device IDs',
			description: 'Only these devices, as comma-separated numeric IDs',
			placeholder: 'e.g. 12,15,20',
		}),
		groupId: groupChoice(),
		locationIds: locationChoices(),
		organizationIds: organizationChoices(),
	},
);

const eventFields = {
	event: choice(
		{ displayName: 'Event', description: 'What starts the workflow' },
		eventNames
			.map((value) => ({ name: events[value].name, value, description: events[value].description }))
			.sort((a, b) => a.name.localeCompare(b.name)),
		'newAlert',
	),
	activityFilters: onlyWhen({ event: ['newActivity'] }, activityFilters),
	alertFilters: onlyWhen({ event: ['newAlert', 'alertReset'] }, alertFilters),
	deviceFilters: onlyWhen(
		{ event: eventNames.filter((name) => events[name].about !== 'account') },
		deviceFilters,
	),
};

/** One event that the user waits for, with its filters. */
export type Wanted = ValuesOf<typeof eventFields>;

/** The parameter that both triggers have: what to wait for. */
export const wantedEvents = rows(
	{
		// Not "Events": n8n's panel takes what is called so for a list of choices, and offers its parts.
		displayName: 'Events to Start On',
		description: 'What starts the workflow; each event has filters of its own',
		placeholder: 'Add event',
		rowName: 'Event',
	},
	eventFields,
	{ event: 'newAlert' },
);

/** How much an item tells. */
export const outputForm = choice(
	{ displayName: 'Output', description: 'How much each item tells' },
	[
		{ name: 'Simplified', value: 'simplified', description: 'The most useful fields, flat' },
		{
			name: 'Full',
			value: 'full',
			description: 'Adds the activity, the device and the alert as NinjaOne sends them',
		},
	],
);
