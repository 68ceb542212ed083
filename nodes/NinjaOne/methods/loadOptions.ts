import type { IDataObject, ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { groups, policies, roles, tags } from '../../../api/endpoints/devices';
import { locations, organizations } from '../../../api/endpoints/organizations';
import { list } from '../../../api/list';
import { call, type Call } from '../../../api/request';
import { noneOfThese } from '../../../operations/fields';
import { inEditor } from './inEditor';
import { getRunAs } from './scriptLists';

type LoadOptions = (this: ILoadOptionsFunctions) => Promise<INodePropertyOptions[]>;
type Read = (call: Call) => Promise<IDataObject[]>;

/** A drop-down over lists of NinjaOne's. */
const dropDown = (build: (read: Read) => Promise<INodePropertyOptions[]>): LoadOptions =>
	async function () {
		return await inEditor(this, async (connection) =>
			build(async (all) => (await list(connection, all, Infinity, (row) => row)).rows),
		);
	};

const option = ({ id, name }: IDataObject): INodePropertyOptions => ({
	name: String(name ?? id),
	value: id as number,
});

const sorted = (options: INodePropertyOptions[]) =>
	options.sort((a, b) => a.name.localeCompare(b.name));

const named = (all: Call) => dropDown(async (read) => sorted((await read(all)).map(option)));

/** Names such as "Main Office" occur in many organizations: the organization's name goes in front. */
const namedLocations = dropDown(async (read) => {
	const owners = new Map((await read(call(organizations))).map(({ id, name }) => [id, name]));
	const rows = await read(call(locations));
	return sorted(
		rows.map((row) => ({
			...option(row),
			name: `${String(owners.get(row.organizationId) ?? '?')}: ${String(row.name)}`,
		})),
	);
});

const namedPolicies = dropDown(async (read) => [
	{ name: "[Organization's Policy]", value: noneOfThese },
	...sorted((await read(call(policies))).map(option)),
]);

export const loadOptions = {
	getGroups: named(call(groups)),
	getLocations: namedLocations,
	getOrganizations: named(call(organizations)),
	getPolicies: namedPolicies,
	getRoles: named(call(roles)),
	getRunAs,
	getTags: named(call(tags)),
};
