import { type Device, type NodeClass, nodeClasses } from '../contracts';
import { failure } from './refusal';
import type { State } from './state/state';

export type DevicePredicate = (device: Device) => boolean;

/** One clause, for example `org in (1,2)`: key, whether it excludes, and the values. */
interface Choice {
	key: string;
	excludes: boolean;
	values: string[];
}

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
	return choiceTest(parseChoice(clause), state);
}

function parseChoice(clause: string): Choice {
	const compared = comparison.exec(clause);
	if (compared) {
		const excludes = !['=', 'eq'].includes(compared[2].trim());
		return { key: compared[1], excludes, values: [compared[3]] };
	}
	const listed = membership.exec(clause);
	if (!listed) throw badFilter();
	const values = listed[3].split(',').map((value) => value.trim());
	return { key: listed[1], excludes: listed[2] !== 'in', values };
}

/** The number that a key speaks about. */
const numbers: Record<string, (device: Device) => number> = {
	org: (device) => device.organizationId,
	organization: (device) => device.organizationId,
	loc: (device) => device.locationId,
	location: (device) => device.locationId,
	role: (device) => device.nodeRoleId,
	id: (device) => device.id,
};

function choiceTest({ key, excludes, values }: Choice, state: State): DevicePredicate {
	const matches = matcher(key, values, state);
	return (device) => matches(device) !== excludes;
}

function matcher(key: string, values: string[], state: State): DevicePredicate {
	if (key === 'class') return oneOf(({ nodeClass }) => nodeClass, values.map(classOf));
	if (key === 'status') return oneOf(({ approvalStatus }) => approvalStatus, values.map(statusOf));
	if (key === 'tagId') return tagTest(values.map(numberOf), state);
	if (!Object.hasOwn(numbers, key)) throw badFilter();
	return oneOf(numbers[key], values.map(numberOf));
}

function oneOf<Value>(of: (device: Device) => Value, values: Value[]): DevicePredicate {
	const wanted = new Set(values);
	return (device) => wanted.has(of(device));
}

/** Rows carry tags by name. */
function tagTest(ids: number[], { tags }: State): DevicePredicate {
	const wanted = new Set(ids.map((id) => tags.get(id)?.name));
	return (device) => (device.tags ?? []).some((name) => wanted.has(name));
}

function groupTest(id: number, state: State): DevicePredicate {
	const saved = state.groups.get(id);
	if (!saved) throw badFilter();
	return parseDeviceFilter(saved.filter, state);
}

const day = 86_400;

function creationTest(operator: string, value: string): DevicePredicate {
	const { start, length } = periodOf(value);
	if (['<', 'lt', 'before'].includes(operator)) return ({ created }) => created < start;
	if (['>', 'gt', 'after'].includes(operator)) return ({ created }) => created >= start + length;
	return ({ created }) => created >= start && created < start + length;
}

/** A day in UTC (yyyyMMdd or yyyy-MM-dd), or a moment to the millisecond. In epoch seconds. */
function periodOf(value: string) {
	const isDay = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(value);
	const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(value);
	const start = Date.parse(isDay ? isDay.slice(1).join('-') : isMoment ? value : '') / 1000;
	if (Number.isNaN(start)) throw badFilter();
	return { start, length: isDay ? day : 0.001 };
}

function numberOf(value: string): number {
	if (!/^\d+$/.test(value)) throw badFilter();
	return Number(value);
}

function classOf(value: string): NodeClass {
	const found = nodeClasses.find((nodeClass) => nodeClass === value);
	if (!found) throw badFilter();
	return found;
}

function statusOf(value: string): Device['approvalStatus'] {
	if (value !== 'PENDING' && value !== 'APPROVED') throw badFilter();
	return value;
}

const badFilter = () => failure(500, 'Internal server error');
