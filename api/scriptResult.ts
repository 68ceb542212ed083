import type { IDataObject } from 'n8n-workflow';
import { defined } from './defined';
import { textIn } from './json';

/** Types of the activities of scripts and built-in actions. */
export const scriptActivities = ['ACTION', 'ACTIONSET', 'SCRIPTING'];

/** How a script or other job has ended, in a word; undefined for an activity that is not its end. */
export function jobEnd(
	activity: IDataObject,
): 'success' | 'failure' | 'cancelled' | 'blocked' | undefined {
	const { statusCode } = activity;
	if (statusCode === 'CANCELLED') return 'cancelled';
	if (statusCode === 'BLOCKED') return 'blocked';
	if (statusCode !== 'COMPLETED') return undefined;
	// NinjaOne's verdict decides about the completed ones.
	const { result, exitCode = 0 } = scriptResult(activity);
	return (result ?? (exitCode === 0 ? 'SUCCESS' : 'FAILURE')) === 'SUCCESS' ? 'success' : 'failure';
}

/** What the last activity of a script says of its end; what it does not say is absent. */
export interface ScriptResult {
	/** NinjaOne's verdict, such as SUCCESS or FAILURE. */
	result?: string;
	exitCode?: number;
	/** What the script wrote to its console. */
	output?: string;
}

/**
 * Reads the end of a script out of its COMPLETED activity. NinjaOne has no endpoint for results: the activity's message
 * carries them in one text, as scripts of its own people and published examples show:
 *
 *     Action completed: Run <name>
 *     Result: SUCCESS
 *     Output: Action: Run <name>, Result: Success
 *     <console text>
 *
 * The text is localised and not documented, so this is a best effort, and the message itself stays what counts. Exit code
 * and output in the activity's data, where clients of NinjaOne have seen them, come first.
 */
export function scriptResult({ activityResult, message, data }: IDataObject): ScriptResult {
	const said = inMessage(String(message ?? ''));
	const exitCode = wholeNumber(found(data, ['exitCode', 'exit_code', 'resultCode']));
	const output = found(data, ['output', 'stdout', 'fullOutput']);
	return defined({
		result: verdict([activityResult, said.result]),
		exitCode: exitCode ?? said.exitCode,
		output: output === undefined ? said.output : String(output),
	});
}

const head = /^\s*Action completed:[^]*?\bResult:\s*([A-Z_]+)\b/;
const firstLine = /^Action:.*\bResult:.*/;

function inMessage(message: string): ScriptResult {
	const [before, result] = head.exec(message) ?? [];
	if (before === undefined) return {};
	const rest = message.slice(before.length);
	const [label] = /^[\s,;.]*Output:\s*/.exec(rest) ?? [];
	if (label === undefined) return { result };
	const text = rest.slice(label.length);
	const [repeated = ''] = firstLine.exec(text) ?? [];
	const [, exitCode] = /\bexit code:?\s*(-?\d+)/i.exec(repeated) ?? [];
	return {
		result,
		exitCode: wholeNumber(exitCode),
		output: text
			.slice(repeated.length)
			.replace(/^\s*\n/, '')
			.trimEnd(),
	};
}

const wholeNumber = (value: unknown) => (/^-?\d+$/.test(String(value)) ? Number(value) : undefined);

/** Of two that differ the bad one: a failure that is taken for a success is the worse mistake. */
function verdict(results: unknown[]): string | undefined {
	const verdicts = results.map(textIn).filter((each) => each !== undefined);
	return verdicts.find((each) => each !== 'SUCCESS') ?? verdicts[0];
}

/** The first value under one of these names, at any depth: where NinjaOne puts it is not documented. */
function found(data: unknown, names: string[]): unknown {
	if (typeof data !== 'object' || data === null) return undefined;
	const direct = Object.entries(data).find(
		([name, value]) => names.includes(name) && value !== null && typeof value !== 'object',
	);
	if (direct) return direct[1];
	return Object.values(data)
		.map((inner) => found(inner, names))
		.find((value) => value !== undefined);
}
