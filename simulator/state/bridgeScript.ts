/** What running a text came to. */
export interface Outcome {
	exitCode: number;
	output: string;
	/** Custom fields that the text set, by machine name. */
	fields: Record<string, string>;
}

const base64 = /^[A-Za-z0-9+/]+={0,2}$/;
const setsField = /^\s*(?:set-output|ninja-property-set)\s+(\S+)\s+(.+?)\s*$/gim;

/**
 * Does as if a bridge script ran the text that is its parameter: `exit <n>` gives the exit code, `Set-Output <field>
 * <value>` and `ninja-property-set <field> <value>` set a custom field; everything else is only counted.
 */
export function runBridge(parameters: string, shell: 'powershell' | 'sh'): Outcome {
	const encoded = parameters.trim().replace(/^(["'])(.*)\1$/, '$2');
	if (!base64.test(encoded))
		return { exitCode: 1, output: 'The parameter is not base64', fields: {} };
	const text = decode(Buffer.from(encoded, 'base64'), shell);
	const fields = [...text.matchAll(setsField)].map(([, name, value]) => [name, unquoted(value)]);
	return {
		exitCode: Number(/\bexit\s+(\d+)/.exec(text)?.[1] ?? 0),
		output: `ran ${text.length} characters: ${text.split(/\r?\n/, 1)[0]}`,
		fields: Object.fromEntries(fields) as Record<string, string>,
	};
}

/** PowerShell's own base64 is UTF-16: every other byte of plain text is then zero. */
function decode(bytes: Buffer, shell: 'powershell' | 'sh'): string {
	const wide = shell === 'powershell' && bytes.length % 2 === 0 && bytes.includes(0);
	return new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes);
}

const unquoted = (value: string) => value.replace(/^(["'])(.*)\1$/, '$2');
