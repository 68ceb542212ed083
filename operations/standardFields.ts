import { collection } from './collection';
import { onlyWhen, type Fields, type ValuesOf } from './field';
import { choice, flag, optionalText, wholeNumber } from './fields';
import type { Operation } from './operation';
import { defaultConcurrency } from './pool';

/** Bounds of the pool: NinjaOne publishes no limit, its own people stay at a few requests a second. */
const mostConcurrent = 20;

const limits = {
	returnAll: flag({
		displayName: 'Return All',
		description: 'Whether to return all results or only up to a given limit',
	}),
	limit: onlyWhen(
		{ returnAll: [false] },
		wholeNumber({ displayName: 'Limit', description: 'Max number of results to return' }, 50, [
			1,
			Infinity,
		]),
	),
};

const outputs = {
	output: choice({ displayName: 'Output', description: 'How much of each record to return' }, [
		{ name: 'Simplified', value: 'simplified', description: 'The most useful fields, flat' },
		{ name: 'Raw', value: 'raw', description: 'Everything, as NinjaOne sends it' },
		{ name: 'Selected Fields', value: 'selectedFields', description: 'Only the fields you name' },
	]),
	outputFields: onlyWhen(
		{ output: ['selectedFields'] },
		optionalText({
			displayName: 'Fields',
			description:
				'Comma-separated names of the fields to return. A field inside another is written with a dot. The ID is always returned.',
			placeholder: 'e.g. displayName, os.name, lastContact',
		}),
	),
};

const dryRun = flag({
	displayName: 'Dry Run',
	description:
		'Whether to return the request that would be sent instead of sending it. Nothing changes in NinjaOne.',
});

const everyRun = {
	addIsoTimes: flag({
		displayName: 'Add ISO Times',
		description:
			'Whether to add each time as ISO 8601 text beside the epoch seconds that NinjaOne sends, such as lastContactIso beside lastContact',
	}),
	concurrency: wholeNumber(
		{
			displayName: 'Max Concurrent Requests',
			description:
				"How many requests may be under way at once while many items are processed. NinjaOne's throttling lowers it by itself.",
		},
		defaultConcurrency,
		[1, mostConcurrent],
	),
	timeoutSeconds: wholeNumber(
		{
			displayName: 'Timeout',
			description: 'Seconds that each answer of NinjaOne may take, to its end',
		},
		120,
		[1, 300],
	),
};

const optionsLook = { displayName: 'Options', placeholder: 'Add option' };
const readOptions = { options: collection(optionsLook, everyRun) };
const writeOptions = { options: collection(optionsLook, { ...everyRun, dryRun }) };

/** The values of the fields that the language itself adds. */
export type StandardValues = Partial<ValuesOf<typeof limits & typeof outputs>> &
	ValuesOf<typeof writeOptions>;

/** The fields that an operation has because of what it is: a list, a wide answer, a change. */
export function standardFields({ isList, simplify, effect }: Operation): Fields {
	return {
		...(isList ? limits : {}),
		...(simplify ? outputs : {}),
		...(effect === 'read' ? readOptions : writeOptions),
	};
}
