/**
 * The description of a drop-down whose choices are loaded.
 * @param description what it is for; n8n's own words, which its lint wants to see, follow
 */
export function described(description: string, what: 'an ID' | 'IDs'): string {
	const choose = `Choose from the list, or specify ${what} using an <a href="https://docs.n8n.io/code/expressions/">expression</a>`;
	return description ? `${description}. ${choose}.` : choose;
}
