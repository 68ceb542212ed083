/** What stands in place of a secret. */
const hidden = '[hidden]';

/**
 * Hides secrets in whatever may be shown, at every depth: as they are, and as they look inside JSON, an address or HTML.
 * A number that is a secret is hidden as well, except under the name of an ID.
 * @param secrets values that must not be seen
 */
export function hide<Shown>(shown: Shown, secrets: readonly string[] = []): Shown {
	const forms = new Set(secrets.filter((secret) => secret !== '').flatMap(looksOf));
	const longestFirst = [...forms].sort((a, b) => b.length - a.length);
	return forms.size === 0 ? shown : (without(shown, longestFirst) as Shown);
}

const looksOf = (secret: string): string[] => [
	secret,
	JSON.stringify(secret).slice(1, -1),
	inAddress(secret),
	secret.replace(/[&<>"]/g, (character) => entities[character]),
	secret.replace(/[&<>"']/g, (character) => ({ ...entities, "'": '&#39;' })[character] ?? ''),
];

function inAddress(secret: string): string {
	try {
		return encodeURIComponent(secret);
	} catch {
		// Half of a character has no form of its own there.
		return secret;
	}
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What is hidden already stays so: a short secret may be a part of what stands in its place. */
const hideOne = (text: string, form: string): string =>
	text
		.split(hidden)
		.map((part) => part.split(form).join(hidden))
		.join(hidden);

function without(shown: unknown, forms: readonly string[]): unknown {
	if (typeof shown === 'string') {
		return forms.reduce(hideOne, shown);
	}
	if (typeof shown === 'number') return forms.includes(String(shown)) ? hidden : shown;
	if (Array.isArray(shown)) return shown.map((each) => without(each, forms));
	if (typeof shown !== 'object' || shown === null || shown instanceof Uint8Array) return shown;
	return Object.fromEntries(
		Object.entries(shown).map(([name, value]) => [
			String(without(name, forms)),
			typeof value === 'number' && /id$/i.test(name) ? value : without(value, forms),
		]),
	);
}
