/** What the scenario's agent has: by the names that n8n gives them, or by others that say what is special. */

import { fromAI, recordFromAI, tool } from './workflow.mjs';

const device = () => recordFromAI('Device', 'The ID of the device');
const confirmed = () => ({
	deviceId: device(),
	confirmationName: fromAI('Display Name', 'The name of the device as NinjaOne shows it'),
});
const comment = () => ({
	resource: 'ticket',
	operation: 'addComment',
	ticketId: fromAI('Ticket ID', 'The number of the ticket'),
	comment: fromAI('Comment', 'The text of the comment'),
});

const reads = {
	'Get many alerts in NinjaOne': { resource: 'alert', operation: 'getMany' },
	'Get many devices in NinjaOne': {
		resource: 'device',
		operation: 'getMany',
		filters: {
			organizationIds: fromAI(
				'Organization Names or IDs',
				'IDs with commas between; empty for all',
			),
		},
	},
	'Search devices in NinjaOne': {
		resource: 'device',
		operation: 'search',
		query: fromAI('Search Text', 'A part of the name'),
	},
	'Get device in NinjaOne': { resource: 'device', operation: 'get', deviceId: device() },
};

const changes = {
	'Decommission device in NinjaOne': {
		resource: 'device',
		operation: 'decommission',
		...confirmed(),
	},
	'Reboot device in NinjaOne': {
		resource: 'device',
		operation: 'reboot',
		deviceId: device(),
		mode: fromAI('Mode', 'How the device goes down'),
		options: { dryRun: true },
	},
};

/** Switches that an author has left to the model, as n8n's files allow and its editor does not. */
const careless = {
	'Decommission, demand left to the model': {
		resource: 'device',
		operation: 'decommission',
		...confirmed(),
		demandName: fromAI('Demand Display Name', 'Whether the name is needed', 'boolean'),
	},
	'Custom fields, secrets left to the model': {
		resource: 'customField',
		operation: 'get',
		entityType: 'NODE',
		deviceId: device(),
		reveal: fromAI('Reveal Secure Values', 'Whether to show secrets', 'boolean'),
	},
};

const list = (tools, credential) =>
	Object.entries(tools).map(([name, parameters]) => tool(name, parameters, credential));

export const toolsFor = ({ app, technician, readOnly }) => [
	...list({ ...reads, ...changes, ...careless }, app),
	tool('Add comment to ticket in NinjaOne', comment(), technician),
	tool('Add comment as API app', comment(), app),
	tool(
		'Rename device, read only',
		{
			resource: 'device',
			operation: 'update',
			deviceId: device(),
			updateFields: { displayName: fromAI('Display Name', 'The new name') },
		},
		readOnly,
	),
];
