import type { IDataObject } from 'n8n-workflow';
import { deviceFilterText } from '../../api/deviceFilter';
import { devices } from '../../api/endpoints/devices';
import { organizations } from '../../api/endpoints/organizations';
import { queries } from '../../api/endpoints/queries';
import { call } from '../../api/request';
import { choice } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { deviceFilters } from '../fields/deviceFilters';
import { organizationNames } from '../fields/organizations';
import { deviceName } from '../fields/deviceName';
import { columns, createCompliance, sum } from './compliance';

const reports = {
	os: [queries.osPatches, queries.osPatchInstalls],
	software: [queries.softwarePatches, queries.softwarePatchInstalls],
	both: [
		queries.osPatches,
		queries.osPatchInstalls,
		queries.softwarePatches,
		queries.softwarePatchInstalls,
	],
};

export const getCompliance = operation({
	name: 'Get Compliance',
	action: 'Get compliance of patches',
	description:
		'Count pending, failed and installed patches by severity, and the percentage installed, per organization or per device',
	endpoints: [...reports.both, devices.list, organizations.list],
	fields: {
		per: choice(
			{ displayName: 'Per', description: 'What each row of the result is about' },
			[
				{ name: 'Device', value: 'device' },
				{ name: 'Organization', value: 'organization' },
			],
			'organization',
		),
		kind: choice({ displayName: 'Kind', description: 'Kind of patches to count' }, [
			{ name: 'Both', value: 'both' },
			{ name: 'OS', value: 'os' },
			{ name: 'Software', value: 'software' },
		]),
		filters: deviceFilters('Device Filters'),
	},
	async list(caller, { per, kind, filters }) {
		const query = { df: deviceFilterText(filters) };
		const compliance = createCompliance();
		const countOnly = (row: IDataObject) => {
			compliance.add(row);
			return false;
		};
		for (const report of reports[kind]) await caller.list(call(report, { query }), countOnly);

		const names = await organizationNames(caller.rowsOnce);
		const fleet = await caller.rows(call(devices.list, { query }));
		const tallied = fleet.map((device) => ({ device, tally: compliance.tally(Number(device.id)) }));
		if (per === 'device') {
			return caller.upToLimit(
				tallied.map(({ device, tally }) => ({
					deviceId: device.id,
					deviceName: deviceName(device),
					organizationId: device.organizationId,
					organizationName: names.get(device.organizationId),
					...columns(tally),
				})),
			);
		}
		const owners = [...new Set(fleet.map(({ organizationId }) => organizationId))];
		const rows = owners.map((organizationId) => {
			const own = tallied.filter(({ device }) => device.organizationId === organizationId);
			const isFine = ({ tally }: (typeof own)[number]) => columns(tally).compliancePercent === 100;
			return {
				organizationId,
				organizationName: names.get(organizationId),
				devices: own.length,
				fullyPatchedDevices: own.filter(isFine).length,
				...columns(sum(own.map(({ tally }) => tally))),
			};
		});
		return caller.upToLimit(rows);
	},
});
