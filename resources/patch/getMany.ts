import type { IDataObject } from 'n8n-workflow';
import { deviceFilterText } from '../../api/deviceFilter';
import type { EndpointById } from '../../api/endpoint';
import { devices } from '../../api/endpoints/devices';
import { queries } from '../../api/endpoints/queries';
import { call } from '../../api/request';
import { epochSeconds } from '../../api/times';
import { filterCollection, type Added } from '../../operations/collection';
import { choice, code, optionalText, time } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { fleetOrDevice } from '../fields/scope';

/** Where patches of a kind and state are listed. */
const sources = {
	os: {
		known: [queries.osPatches, devices.osPatches],
		installs: [queries.osPatchInstalls, devices.osPatchInstalls],
	},
	software: {
		known: [queries.softwarePatches, devices.softwarePatches],
		installs: [queries.softwarePatchInstalls, devices.softwarePatchInstalls],
	},
} as const;

/** NinjaOne keeps patches without an attempt in one list, and attempts in another. */
const states = {
	pending: { list: 'known', status: 'MANUAL' },
	approved: { list: 'known', status: 'APPROVED' },
	rejected: { list: 'known', status: 'REJECTED' },
	notInstalled: { list: 'known', status: undefined },
	installed: { list: 'installs', status: 'INSTALLED' },
	failed: { list: 'installs', status: 'FAILED' },
	attempts: { list: 'installs', status: undefined },
} as const;

const patchFilters = {
	impact: code({
		displayName: 'Impact',
		description: 'Of software patches, such as CRITICAL or RECOMMENDED',
		placeholder: 'e.g. CRITICAL',
	}),
	installedAfter: time({
		displayName: 'Installed After',
		description: 'Installed, or tried, after this time',
	}),
	installedBefore: time({
		displayName: 'Installed Before',
		description: 'Installed, or tried, before this time',
	}),
	product: optionalText({
		displayName: 'Product Identifier',
		description: 'UUID of the product that software patches are for',
	}),
	severity: code({
		displayName: 'Severity',
		description: 'Of OS patches, such as CRITICAL, IMPORTANT, MODERATE or LOW',
		placeholder: 'e.g. CRITICAL',
	}),
	type: code({
		displayName: 'Type',
		description: 'Type of the patch, such as SECURITY_UPDATES or UPDATE_ROLLUPS',
		placeholder: 'e.g. SECURITY_UPDATES',
	}),
};
type Filters = Added<typeof patchFilters>;

export const getMany = operation({
	name: 'Get Many',
	action: 'Get many patches',
	description: 'List many patches by kind and state, of the whole fleet or of one device',
	endpoints: Object.values(sources).flatMap(({ known, installs }) => [...known, ...installs]),
	fields: {
		kind: choice({ displayName: 'Kind', description: 'Kind of patches to list' }, [
			{ name: 'OS', value: 'os' },
			{ name: 'Software', value: 'software' },
		]),
		state: choice({ displayName: 'State', description: 'State of the patches to list' }, [
			{ name: 'All Attempts', value: 'attempts', description: 'Installed and failed' },
			{ name: 'Approved', value: 'approved', description: 'To be installed at the next time' },
			{ name: 'Failed', value: 'failed' },
			{ name: 'Installed', value: 'installed' },
			{
				name: 'Not Installed',
				value: 'notInstalled',
				description: 'Pending, approved and rejected',
			},
			{ name: 'Pending', value: 'pending', description: 'Waiting for a decision' },
			{ name: 'Rejected', value: 'rejected' },
		]),
		...fleetOrDevice('Patches'),
		patchFilters: filterCollection(
			{ displayName: 'Patch Filters', placeholder: 'Add filter' },
			patchFilters,
		),
	},
	request({ kind, state, deviceId, deviceFilters = {}, patchFilters: filters }) {
		const { list, status } = states[state];
		const [fleet, device] = sources[kind][list];
		const query = { status, ...asked(kind, list, filters) };
		return deviceId === undefined
			? call(fleet, { query: { ...query, df: deviceFilterText(deviceFilters) } })
			: call(device as EndpointById, { path: { id: deviceId }, query });
	},
	keep: ({ patchFilters: filters }) => passes(filters),
});

/** What NinjaOne itself can be asked, which differs by list. */
function asked(kind: 'os' | 'software', list: 'known' | 'installs', filters: Filters) {
	const { type, severity, impact, product, installedAfter, installedBefore } = filters;
	return {
		...(kind === 'os' && list === 'known' ? { type, severity } : {}),
		...(kind === 'software' ? { type, impact, productIdentifier: product } : {}),
		...(list === 'installs'
			? {
					installedAfter: epochSeconds(installedAfter),
					installedBefore: epochSeconds(installedBefore),
				}
			: {}),
	};
}

/** Every filter once more over the rows, so that none that a list does not know is ignored in silence. */
const passes =
	({ type, severity, impact, product, installedAfter, installedBefore }: Filters) =>
	(row: IDataObject): boolean => {
		const installedAt = Number(row.installedAt ?? NaN) * 1000;
		return (
			isSame(row.type, type) &&
			isSame(row.severity, severity) &&
			isSame(row.impact, impact) &&
			isSame(row.productIdentifier, product) &&
			(installedAfter === undefined || installedAt >= installedAfter) &&
			(installedBefore === undefined || installedAt <= installedBefore)
		);
	};

/** NinjaOne's vocabularies of patches mix capitals, blanks and underscores. */
const isSame = (value: unknown, wanted: string | undefined) =>
	wanted === undefined || plain(value) === plain(wanted);
const plain = (value: unknown) =>
	String(value ?? '')
		.replace(/[\s_-]/g, '')
		.toUpperCase();
