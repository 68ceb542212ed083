import type { IDataObject } from 'n8n-workflow';
import { tickets } from '../../api/endpoints/tickets';
import { defined } from '../../api/defined';
import { inputError } from '../../api/errors';
import { collection, filterCollection, type Added } from '../../operations/collection';
import { choice, optionalText, textsList, upTo } from '../../operations/fields';
import { jsonList } from '../../operations/json';
import { operation } from '../../operations/operation';
import { organizationChoice } from '../fields/organizations';
import { technicianChoice } from '../fields/people';
import { boardRun, isTagged, type BoardFilter } from './board';
import { boardId, priorityChoice, severityChoice, statusId, tagList, typeChoice } from './fields';

const rawExample = '[{"field": "status", "operator": "is", "value": "2000"}]';
const longestSearch = 512;

const filterFields = {
	assignee: technicianChoice(
		'Assignee',
		'Tickets of this technician, also by name or email address',
	),
	organization: organizationChoice('Tickets of this organization, also by name'),
	priority: priorityChoice(),
	raw: jsonList(
		{
			displayName: 'Raw Filters',
			description:
				"More filters in NinjaOne's own form: a JSON list of field, operator and value. All of them have to hold.",
			placeholder: `e.g. ${rawExample}`,
		},
		rawExample,
	),
	search: upTo(
		longestSearch,
		optionalText({
			displayName: 'Search Text',
			description: "What NinjaOne's search of the board looks for, in at most 512 characters",
		}),
	),
	severity: severityChoice(),
	status: statusId('Tickets in this status, also by name'),
	tags: tagList('Tickets with at least one of these tags, comma-separated'),
	type: typeChoice(),
};

const viewFields = {
	columns: textsList({
		displayName: 'Columns',
		description:
			"Columns to return beside the board's own and the ID, by NinjaOne's names, comma-separated",
		placeholder: 'e.g. tags,followupTime',
	}),
	sortDirection: choice({ displayName: 'Sort Direction', description: 'Which end comes first' }, [
		{ name: 'Ascending', value: 'ASC' },
		{ name: 'Descending', value: 'DESC' },
	]),
	sortField: optionalText({
		displayName: 'Sort Field',
		description: 'The column to sort by. Without it tickets come in the order of their IDs.',
		placeholder: 'e.g. createTime',
	}),
};

export const getMany = operation({
	name: 'Get Many',
	action: 'Get many tickets',
	description:
		"List many tickets of a board, filtered by organization, status, assignee, tags and more. Boards are NinjaOne's only lists of tickets.",
	endpoints: [tickets.runBoard],
	fields: {
		board: boardId(),
		filters: filterCollection({ displayName: 'Filters', placeholder: 'Add filter' }, filterFields),
		view: collection({ displayName: 'View', placeholder: 'Add option' }, viewFields),
	},
	async list(caller, { board, filters, view }) {
		const { tags = [], raw = [], search } = filters;
		const wanted = wantedCells(filters);
		const tagColumn = tags.length > 0 ? ['tags'] : [];
		const run = boardRun(board, {
			...view,
			filters: [...Object.entries(wanted).map(isFilter), ...raw.map(rawFilter)],
			search,
			columns: [...(view.columns ?? []), ...Object.keys(wanted), ...tagColumn],
		});
		const keep = [...Object.entries(wanted).map(holdsCell), ...(tags.length ? [hasTag(tags)] : [])];
		return await caller.list(
			run,
			keep.length === 0 ? undefined : (row) => keep.every((holds) => holds(row)),
		);
	},
});

/** What the filters want in which column. */
function wantedCells({
	organization,
	status,
	assignee,
	priority,
	severity,
	type,
}: Added<typeof filterFields>): Record<string, string | number> {
	const all = {
		clientId: organization,
		status,
		assignedAppUserId: assignee,
		priority,
		severity,
		type,
	};
	return defined(all) as Record<string, string | number>;
}

const isFilter = ([field, value]: [string, string | number]): BoardFilter => ({
	field,
	operator: 'is',
	value: String(value),
});

function rawFilter({ field, operator, value, ...rest }: Record<string, unknown>): BoardFilter {
	if (typeof field === 'string' && typeof operator === 'string') {
		return { field, operator, ...(value === undefined ? {} : { value: textOf(value) }), ...rest };
	}
	throw inputError(
		'Raw Filters',
		'holds a filter without a field or an operator',
		`Write it like ${rawExample}.`,
	);
}

const textOf = (value: unknown) =>
	typeof value === 'object' ? JSON.stringify(value) : String(value);

/**
 * Whether a row has in a column what was asked for: a filter that NinjaOne passes over must not give the tickets of
 * others. A cell that is missing, or in a form that cannot be compared, is left to NinjaOne.
 */
const holdsCell =
	([column, wanted]: [string, string | number]) =>
	({ [column]: cell }: IDataObject): boolean => {
		const shown = typeof cell === 'object' && cell !== null ? (cell as IDataObject).statusId : cell;
		return typeof shown !== typeof wanted || sameText(shown, wanted);
	};

const sameText = (a: unknown, b: unknown) => String(a).toLowerCase() === String(b).toLowerCase();

/** Which operator compares lists is not documented, so tags are compared here. */
const hasTag =
	(wanted: readonly string[]) =>
	({ tags }: IDataObject): boolean =>
		wanted.some((tag) => isTagged(tags, tag));
