import { loadOptionsOf } from '../../operations/editor/dropDown';
import { runAsOptions, runnablePicker } from './editor';
import { inputError } from '../../api/errors';
import { textOf } from '../../api/given';
import type { Field } from '../../operations/field';
import { optionalText } from '../../operations/fields';
import { numericId, uuidId } from '../../operations/ids';
import { listLocator } from '../../operations/locator';
import { plainText } from '../../operations/plainText';
import type { Runnable } from './dispatch';

/** A script or built-in action of those that the device offers. */
export const runnableLocator = (): Field<Runnable> =>
	listLocator(
		{
			displayName: 'Script',
			description:
				'The script or built-in action: picked from what the device offers, or given as the numeric ID of a script or the UID of an action',
			picker: runnablePicker,
			example: '12',
		},
		readRunnable,
	);

function readRunnable(value: unknown, label: string): Runnable {
	const [, type, identifier] = /^(SCRIPT|ACTION):(.*)$/.exec(textOf(value)?.trim() ?? '') ?? [];
	if (type === 'ACTION') return { type, uid: uuidId(identifier, label) };
	if (type === 'SCRIPT') return { type, id: numericId(identifier, label) };
	if (textOf(value)?.trim().includes('-', 1)) return { type: 'ACTION', uid: uuidId(value, label) };
	return { type: 'SCRIPT', id: numericId(value, label) };
}

/** Who the script runs as. NinjaOne reads it case-sensitively: `system`, never `SYSTEM`. */
export const runAs: Field<string> = {
	property: {
		displayName: 'Run As Name or ID',
		type: 'options',
		typeOptions: {
			loadOptionsMethod: runAsOptions.method,
			loadOptionsDependsOn: ['deviceId.value'],
		},
		description:
			'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		default: 'system',
	},
	methods: { loadOptions: loadOptionsOf(runAsOptions) },
	parse(value, { label }) {
		const text = value === undefined ? 'system' : plainText(value, label).trim();
		if (/^(system|loggedonuser)$/i.test(text)) return text.toLowerCase();
		if (/^(SR_[A-Z_]+|\d+)$/.test(text)) return text;
		throw inputError(
			label,
			`does not know "${text}"`,
			'Use system, loggedonuser, a role such as SR_LOCAL_ADMINISTRATOR, or the numeric ID of a credential. NinjaOne tells capitals from small letters.',
		);
	},
};

/** One word for the agent, whatever is in it: it splits parameters at blanks. */
export const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');

export const outputField = optionalText({
	displayName: 'Output Custom Field',
	description:
		'Machine name of a custom field of the device that the script writes its output to. It is read when the script has finished, for output that must not depend on the activity in which NinjaOne tells of it.',
	placeholder: 'e.g. scriptOutput',
});
