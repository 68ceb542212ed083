import type { INodeParameters } from 'n8n-workflow';
import { createSimulator, type Simulator } from '../../../simulator';
import { define } from '../../../simulator/state/definitions';
import { byId, byName } from './common';

const deviceCount = 3600;

/** A NinjaOne in which no list that has pages fits on one. All devices belong to organization 1. */
export function largeSimulator(): Simulator {
	const simulator = createSimulator({
		activities: 10,
		alerts: 10,
		devices: deviceCount,
		organizations: 1010,
		softwareRows: 10,
	});
	const { state } = simulator;
	for (const device of [...state.devices.all()]) {
		state.devices.set({ ...device, organizationId: 1 });
	}
	const fields = Array.from({ length: 500 }, (_, at) => `more${at}`);
	define(
		state,
		fields.map((fieldName) => ({ fieldName, label: fieldName, type: 'TEXT' })),
	);
	return simulator;
}

/** Rows that no first page has: 1,000 is the most on one, and 500 of definitions. */
const twoPages = { returnAll: false, limit: 1001 };
const ofKinds = { scope: 'kinds', ...twoPages };
const ofDevices = { scope: 'devices', ...twoPages };
const ofFleet = { scope: 'fleet', ...twoPages };

/** Parameters that make each list with pages turn one. */
export const pageSamples: Readonly<Record<string, INodeParameters[]>> = {
	'customField.getMany': [
		ofDevices,
		{ ...ofDevices, detailed: true },
		ofKinds,
		{ ...ofKinds, detailed: true },
	],
	'customFieldDefinition.getMany': [twoPages],
	'device.getInventory': [{}],
	'device.getMany': [
		{ ...twoPages, detail: 'basic' },
		{ ...twoPages, detail: 'detailed' },
	],
	'location.getMany': [{ ...twoPages, scope: 'all' }],
	'organization.getMany': [
		{ ...twoPages, detail: 'basic' },
		{ ...twoPages, detail: 'detailed' },
	],
	'patch.getMany': ['os', 'software'].flatMap((kind) =>
		['notInstalled', 'attempts'].map((state) => ({ ...ofFleet, kind, state })),
	),
	'ticket.create': [
		{
			organizationId: byId(1),
			ticketFormId: 'Default',
			subject: 'Printer is on fire',
			status: 'Open',
			description: 'Smoke everywhere',
			additionalFields: { device: byName('THIEL-WS-0005') },
		},
	],
	'ticket.getPeople': [twoPages],
};
