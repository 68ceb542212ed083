import { type Device, nodeClasses } from '../contracts';
import { failure } from './refusal';
import type { State } from './state/state';

export type DevicePredicate = (device: Device) => boolean;

const comparison = /^(\w+)\s*(=|!=|<>|\s(?:eq|neq)\s)\s*([^\s(),]+)$/;
const membership = /^(\w+)\s+(in|nin|notin|!in)\s*\(([^()]+)\)$/;
const creation = /^created\s*(=|<|>|\s(?:eq|lt|gt|before|after)\s)\s*(\S+)$/;
const group = /^group\s+(\d+)$/;

/**
 * NinjaOne's device filter language (`df`): clauses joined by AND, without OR and parentheses.
 * Devices that wait for approval are left out unless `status` is asked about. What is not understood is answered 500,
 * an empty filter too.
 */
export function parseDeviceFilter(filter: string, state: State): DevicePredicate {
	const clauses = filter.split(/\s+(?:AND|and)\s+|\s*&&\s*/).map((clause) => clause.trim());
	const tests = clauses.map((clause) => parseClause(clause, state));
	const asksStatus = clauses.some((clause) => /^status\b/.test(clause));
	if (!asksStatus) tests.push(isApproved);
	return (device) => tests.every((test) => test(device));
}

/** What lists show when no filter is given. */
export const isApproved: DevicePredicate = ({ approvalStatus }) => approvalStatus === 'APPROVED';

function parseClause(clause: string, state: State): DevicePredicate {
	if (clause === 'online') return ({ offline }) => !offline;
	if (clause === 'offline') return ({ offline }) => offline;
	const saved = group.exec(clause);
	if (saved) return groupTest(Number(saved[1]), state);
	const created = creation.exec(clause);
	if (created) return creationTest(created[1].trim(), created[2]);
	const compared = comparison.exec(clause) ?? membership.exec(clause);
	if (!compared) throw badFilter();
	const [, key, operator, values] = compared;
	const excludes = !['=', 'eq', 'in'].includes(operator.trim());
	return keyTest(key, values.split(','), { excludes, state });
}

/** What a key speaks about, and how its values are written. */
interface Key {
	of(device: Device): readonly unknown[];
	read(value: string, state: State): unknown;
}

const numberKey = (of: (device: Device) => number): Key => ({
	of: (device) => [of(device)],
	read: numberOf,
});
const organization = numberKey(({ organizationId }) => organizationId);
const location = numberKey(({ locationId }) => locationId);
const keys: Readonly<Record<string, Key>> = {
	org: organization,
	organization,
	loc: location,
	location,
	role: numberKey(({ nodeRoleId }) => nodeRoleId),
	id: numberKey(({ id }) => id),
	class: { of: ({ nodeClass }) => [nodeClass], read: wordOf(nodeClasses) },
	status: { of: ({ approvalStatus }) => [approvalStatus], read: wordOf(['PENDING', 'APPROVED']) },
	// Rows carry tags by name.
	tagId: {
		of: ({ tags = [] }) => tags,
		read: (value, { tags }) => tags.get(numberOf(value))?.name,
	},
};

function keyTest(
	name: string,
	values: readonly string[],
	{ excludes, state }: { excludes: boolean; state: State },
): DevicePredicate {
	if (!Object.hasOwn(keys, name)) throw badFilter();
	const { of, read } = keys[name];
	const wanted = new Set(values.map((value) => read(value.trim(), state)));
	return (device) => of(device).some((value) => wanted.has(value)) !== excludes;
}

function numberOf(value: string): number {
	if (!/^\d+$/.test(value)) throw badFilter();
	return Number(value);
}

function wordOf(words: readonly string[]) {
	return (value: string) => {
		if (!words.includes(value)) throw badFilter();
		return value;
	};
}

function groupTest(id: number, state: State): DevicePredicate {
	const saved = state.groups.get(id);
	if (!saved) throw badFilter();
	return parseDeviceFilter(saved.filter, state);
}

const day = 86_400;

/** By a day in UTC (yyyyMMdd or yyyy-MM-dd), or by a moment to the millisecond. */
function creationTest(operator: string, value: string): DevicePredicate {
	const isDay = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(value);
	const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value);
	const start = Date.parse(isDay ? isDay.slice(1).join('-') : isMoment ? value : '') / 1000;
	if (Number.isNaN(start)) throw badFilter();
	const end = start + (isDay ? day : 0.001);
	if (['<', 'lt', 'before'].includes(operator)) return ({ created }) => created < start;
	if (['>', 'gt', 'after'].includes(operator)) return ({ created }) => created >= end;
	return ({ created }) => created >= start && created < end;
}

const badFilter = () => failure(500, 'Internal server error');
