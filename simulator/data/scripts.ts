import {
	type AutomationScript,
	AutomationScriptSchema,
	type ScriptingOptions,
} from '../../contracts';
import type { Family } from './families';
import { filled } from './filled';
import { createRandom } from './random';

const day = 86_400;
const firstId = 801;

export const categories = [
	{ id: 1, name: 'Maintenance', internal: false },
	{ id: 2, name: 'Network', internal: false },
	{ id: 3, name: 'Automation', internal: false },
	{ id: 4, name: 'Built-in', internal: true },
];

interface Extra {
	parameters?: string[];
	/** A variable of the script that has to be given. */
	variable?: string;
	/** Runs the text that its parameter holds in base64. */
	bridge?: 'powershell' | 'sh';
}

/** A script of the library, with what NinjaOne does not list. */
export interface ScriptRecord extends AutomationScript, Pick<Extra, 'bridge'> {
	categoryId: number;
	families: readonly Family[];
}

type Row = readonly [string, string, category: number, families: readonly Family[], extra?: Extra];

const architecture = ['32', '64'];
const windows = ['WINDOWS'] as const;
const unix = ['LINUX', 'MAC'] as const;
const everywhere = ['WINDOWS', 'LINUX', 'MAC'] as const;

const rows: readonly Row[] = [
	['Clean temporary files', 'powershell', 1, windows, { parameters: ['-Force', '-Days 30'] }],
	['Restart print spooler', 'batchfile', 1, windows],
	['Flush DNS cache', 'batchfile', 2, windows],
	['Create local administrator', 'powershell', 1, windows, { variable: 'accountName' }],
	['Map network drives', 'vbscript', 2, windows],
	['Collect event logs', 'powershell', 1, windows],
	['Update packages', 'sh', 1, ['LINUX']],
	['Rotate logs', 'sh', 1, unix, { parameters: ['--keep 7'] }],
	['Empty trash', 'sh', 1, ['MAC']],
	['Speed test', 'python', 2, everywhere],
	['n8n Bridge: PowerShell', 'powershell', 3, windows, { bridge: 'powershell' }],
	['n8n Bridge: Bash', 'sh', 3, unix, { bridge: 'sh' }],
];

const scriptOf = filled(AutomationScriptSchema);
/** What is optional is there, too: the samples of n8n's editor are made of it. */
const textVariable = {
	description: 'Has to be given',
	type: 'TEXT' as const,
	required: true,
	valueList: [],
};
const variableOf = filled(AutomationScriptSchema.shape.scriptVariables.element);

/** The library of scripts. */
export const seedScripts = (now: number): ScriptRecord[] =>
	rows.map(([name, language, categoryId, families, { parameters, variable, bridge } = {}], at) => ({
		...scriptOf({
			id: firstId + at,
			name,
			description: `${name} (${families.join(', ')})`,
			active: true,
			language,
			architecture,
			operatingSystems: [...families],
			scriptParameters: parameters ?? [],
			scriptVariables: variable ? [variableOf({ ...textVariable, name: variable })] : [],
			createdOn: now - (300 - at) * day,
			updatedOn: now - (30 - at) * day,
		}),
		categoryId,
		families,
		bridge,
	}));

const actions: readonly (readonly [name: string, families: readonly Family[]])[] = [
	['Refresh inventory', everywhere],
	['Run disk clean-up', windows],
	['Create restore point', windows],
	['Empty caches', unix],
];

/** Actions that NinjaOne brings along: named by uid, of no language. */
export const builtInActions = actions.map(([name, families]) => {
	const uid = createRandom(0, `action ${name}`).uuid();
	return { uid, name, description: name, architecture, categoryId: 4, families };
});

/** Credentials that an administrator keeps in NinjaOne, for running scripts. */
export const credentials: ScriptingOptions['credentials']['credentials'] = [
	{ id: 901, name: 'Domain administrator', type: 'BASIC' },
	{ id: 902, name: 'Deployment key', type: 'TELNET_SSH' },
];

/** As whom scripts run, in NinjaOne's own spelling. */
export const rolesOf: Record<Family, readonly string[]> = {
	WINDOWS: ['system', 'loggedonuser', 'SR_LOCAL_ADMINISTRATOR', 'SR_DOMAIN_ADMINISTRATOR'],
	MAC: ['system', 'loggedonuser', 'SR_MAC_SCRIPT'],
	LINUX: ['system', 'SR_LINUX_SCRIPT'],
};
