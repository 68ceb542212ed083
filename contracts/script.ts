import { z } from 'zod';
import { answer, epochSeconds, id, request, type Row, uid } from './shapes';

const ScriptVariableSchema = answer({
	id: uid,
	name: z.string(),
	description: z.string().optional(),
	type: z.enum([
		'CHECKBOX',
		'DATE',
		'DATETIME',
		'DECIMAL',
		'INTEGER',
		'IPADDRESS',
		'DROPDOWN',
		'TEXT',
		'OTHER',
	]),
	source: z.enum(['LITERAL', 'OTHER']),
	defaultValue: z.string().optional(),
	required: z.boolean(),
	valueList: z.array(z.string()).optional(),
});

/** A script of the library. */
export const AutomationScriptSchema = answer({
	id,
	name: z.string(),
	description: z.string(),
	active: z.boolean(),
	language: z.string(),
	architecture: z.array(z.string()),
	operatingSystems: z.array(z.string()),
	scriptParameters: z.array(z.string()),
	scriptVariables: z.array(ScriptVariableSchema),
	createdOn: epochSeconds,
	updatedOn: epochSeconds,
});
export type AutomationScript = Row<typeof AutomationScriptSchema>;

/** What can be run on a device: a script has an id, a built-in action a uid. */
const RunnableSchema = answer({
	type: z.enum(['ACTION', 'SCRIPT']),
	id: id.optional(),
	uid: uid.optional(),
	name: z.string(),
	language: z.string().optional(),
	description: z.string().optional(),
	architecture: z.array(z.string()),
	categoryId: id,
});
export type Runnable = Row<typeof RunnableSchema>;

const CredentialTypeSchema = z.enum([
	'BASIC',
	'ENCRYPTION_KEY',
	'NETWORK_LOCATION',
	'SNMPV1',
	'SNMPV2',
	'SNMPV12C',
	'SNMPV3',
	'TELNET_SSH',
]);

export const ScriptingOptionsSchema = answer({
	categories: z.array(answer({ id, name: z.string(), internal: z.boolean() })),
	scripts: z.array(RunnableSchema),
	credentials: answer({
		roles: z.array(z.string()),
		credentials: z.array(answer({ id, name: z.string(), type: CredentialTypeSchema })),
	}),
});
export type ScriptingOptions = Row<typeof ScriptingOptionsSchema>;

/** The body of script/run. `runAs` is a role, in exactly its spelling, or the number of a credential. */
export const RunScriptRequestSchema = request({
	type: z.enum(['ACTION', 'SCRIPT']),
	id: id.optional(),
	uid: uid.optional(),
	parameters: z.string().optional(),
	runAs: z.string().optional(),
});
export type RunScriptRequest = z.infer<typeof RunScriptRequestSchema>;
