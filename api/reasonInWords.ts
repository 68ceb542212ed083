import type { Endpoint } from './endpoint';
import type { Reason } from './reason';

/** What to look at after a change whose outcome is not known; undefined for a read. */
export function mayHaveActed(endpoint: Endpoint): string | undefined {
	if (endpoint.effect === 'read') return undefined;
	return 'NinjaOne may have acted on the request: look at the device or its activities before running this again.';
}

/** NinjaOne's own words, with its code where they lack it. */
export const reason = ({ text: whole, code }: Reason) => {
	const text = whole && cut(whole);
	if (text && code && code !== 'FAILURE' && !text.includes(code)) return `${text} (${code})`;
	return text ?? code;
};

/** Characters of a reason that are shown: NinjaOne can answer with a whole page. */
const longestReason = 500;

export const cut = (text: string) =>
	text.length > longestReason ? `${text.slice(0, longestReason)}...` : text;

/** What NinjaOne's support asks for. */
export const trace = ({ incidentId }: Reason, requestId: string | undefined) =>
	[
		incidentId ? `NinjaOne's incident ID: ${incidentId}.` : '',
		requestId ? `Request ID: ${requestId}.` : '',
	]
		.filter(Boolean)
		.join(' ');
