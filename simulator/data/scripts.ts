import type { AutomationScript } from '../../contracts';
import type { Family } from './families';
import { createRandom } from './random';

const day = 86_400;
const firstId = 801;

export const categories = [
	{ id: 1, name: 'Maintenance', internal: false },
	{ id: 2, name: 'Network', internal: false },
	{ id: 3, name: 'Automation', internal: false },
	{ id: 4, name: 'Built-in', internal: true },
];

type Shell = 'powershell' | 'sh';

interface ScriptSeed {
	name: string;
	language: string;
	category: number;
	families: readonly Family[];
	parameters?: readonly string[];
	/** A variable of the script that has to be given. */
	variable?: string;
	/** Runs the text that its parameter holds in base64. */
	bridge?: Shell;
}

/** A script of the library, with what NinjaOne does not list. */
export interface ScriptRecord extends AutomationScript {
	categoryId: number;
	families: readonly Family[];
	bridge?: Shell;
}

const unix = ['LINUX', 'MAC'] as const;

const seeds: readonly ScriptSeed[] = [
	{
		name: 'Clean temporary files',
		language: 'powershell',
		category: 1,
		families: ['WINDOWS'],
		parameters: ['-Force', '-Days 30'],
	},
	{ name: 'Restart print spooler', language: 'batchfile', category: 1, families: ['WINDOWS'] },
	{ name: 'Flush DNS cache', language: 'batchfile', category: 2, families: ['WINDOWS'] },
	{
		name: 'Create local administrator',
		language: 'powershell',
		category: 1,
		families: ['WINDOWS'],
		variable: 'accountName',
	},
	{ name: 'Map network drives', language: 'vbscript', category: 2, families: ['WINDOWS'] },
	{ name: 'Collect event logs', language: 'powershell', category: 1, families: ['WINDOWS'] },
	{ name: 'Update packages', language: 'sh', category: 1, families: ['LINUX'] },
	{ name: 'Rotate logs', language: 'sh', category: 1, families: unix, parameters: ['--keep 7'] },
	{ name: 'Empty trash', language: 'sh', category: 1, families: ['MAC'] },
	{
		name: 'Speed test',
		language: 'python',
		category: 2,
		families: ['WINDOWS', 'LINUX', 'MAC'],
	},
	{
		name: 'n8n Bridge: PowerShell',
		language: 'powershell',
		category: 3,
		families: ['WINDOWS'],
		bridge: 'powershell',
	},
	{ name: 'n8n Bridge: Bash', language: 'sh', category: 3, families: unix, bridge: 'sh' },
];

/** The library of scripts. */
export const seedScripts = (now: number): ScriptRecord[] =>
	seeds.map(({ name, language, category, families, parameters = [], variable, bridge }, at) => ({
		id: firstId + at,
		name,
		description: `${name} (${families.join(', ')})`,
		active: true,
		language,
		architecture: ['32', '64'],
		operatingSystems: [...families],
		categories: categories.filter(({ id }) => id === category).map((it) => it.name),
		scriptParameters: [...parameters],
		scriptVariables: variable === undefined ? [] : [textVariable(variable)],
		createdOn: now - (300 - at) * day,
		updatedOn: now - (30 - at) * day,
		categoryId: category,
		families,
		...(bridge && { bridge }),
	}));

const textVariable = (name: string) => ({
	id: createRandom(0, `variable ${name}`).uuid(),
	name,
	description: 'Has to be given',
	type: 'TEXT' as const,
	source: 'LITERAL' as const,
	required: true,
	valueList: [],
});

/** Actions that NinjaOne brings along: named by uid, of no language. */
export const builtInActions = [
	{ name: 'Refresh inventory', families: ['WINDOWS', 'LINUX', 'MAC'] },
	{ name: 'Run disk clean-up', families: ['WINDOWS'] },
	{ name: 'Create restore point', families: ['WINDOWS'] },
	{ name: 'Empty caches', families: unix },
].map(({ name, families }) => ({
	uid: createRandom(0, `action ${name}`).uuid(),
	name,
	description: name,
	categoryId: 4,
	families: families as readonly Family[],
}));

/** Credentials that an administrator keeps in NinjaOne, for running scripts. */
export const credentials = [
	{ id: 901, name: 'Domain administrator', type: 'BASIC' },
	{ id: 902, name: 'Deployment key', type: 'SSH' },
];

/** As whom scripts run, in NinjaOne's own spelling. */
export const rolesOf: Record<Family, readonly string[]> = {
	WINDOWS: ['system', 'loggedonuser', 'SR_LOCAL_ADMINISTRATOR', 'SR_DOMAIN_ADMINISTRATOR'],
	MAC: ['system', 'loggedonuser', 'SR_MAC_SCRIPT'],
	LINUX: ['system', 'SR_LINUX_SCRIPT'],
};
