/** What stands in place of a secret. */
const hidden = '[hidden]';

/**
 * Hides secrets in whatever may be shown, at every depth: as they are, and as they look inside JSON text.
 * @param secrets values that must not be seen
 */
export function hide<Shown>(shown: Shown, secrets: readonly string[] = []): Shown {
	const forms = secrets
		.filter((secret) => secret !== '')
		.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
		.sort((a, b) => b.length - a.length);
	return forms.length === 0 ? shown : (without(shown, forms) as Shown);
}

function without(shown: unknown, forms: readonly string[]): unknown {
	if (typeof shown === 'string') {
		return forms.reduce((text, form) => text.split(form).join(hidden), shown);
	}
	if (Array.isArray(shown)) return shown.map((each) => without(each, forms));
	if (typeof shown !== 'object' || shown === null) return shown;
	return Object.fromEntries(
		Object.entries(shown).map(([name, value]) => [name, without(value, forms)]),
	);
}
