import { regions, serverUrl } from '../../api/hosts';
import { resolveCredential } from '../harness/credentials';

/** What a person may paste as a custom host, and the server that it means. */
const accepted: Array<[string, string]> = [
	['rmm.example.com', 'https://rmm.example.com'],
	['https://rmm.example.com', 'https://rmm.example.com'],
	['https://rmm.example.com/', 'https://rmm.example.com'],
	['https://rmm.example.com/ws', 'https://rmm.example.com'],
	['https://rmm.example.com/ws/', 'https://rmm.example.com'],
	[' RMM.Example.com ', 'https://RMM.Example.com'],
	['rmm.example.com:8443', 'https://rmm.example.com:8443'],
	['http://127.0.0.1:8790', 'http://127.0.0.1:8790'],
	['http://localhost:8790/ws/', 'http://localhost:8790'],
	['http://[::1]:8790', 'http://[::1]:8790'],
];

const refused = [
	'',
	'http://rmm.example.com',
	'http://127.0.0.1.example.com',
	'http://localhost.example.com',
	'ftp://rmm.example.com',
	'https://user:word@rmm.example.com',
	'https://rmm.example.com/api',
	'https://rmm.example.com?x=1',
	'rmm.example.com#',
	'rmm example.com',
	'https://',
	'javascript:alert(1)',
];

describe('a region', () => {
	it.each(regions.map(({ host }) => host))('%s is used for tokens, sign-in and the API', (host) => {
		expect(serverUrl({ region: host })).toBe(`https://${host}`);
		expect(resolveCredential({ region: host })).toMatchObject({
			accessTokenUrl: `https://${host}/ws/oauth/token`,
			authUrl: `https://${host}/ws/oauth/authorize`,
		});
	});

	it('that is not known is refused, never silently another one', () => {
		expect(() => serverUrl({ region: 'uk.ninjarmm.com' })).toThrow(
			/no region that this node knows/,
		);
	});
});

describe('a custom host', () => {
	it.each(accepted)('%j means %s, for the node and for n8n alike', (customHost, server) => {
		const typed = { region: 'custom', customHost };
		expect(serverUrl(typed)).toBe(server);
		expect(resolveCredential(typed).accessTokenUrl).toBe(`${server}/ws/oauth/token`);
	});

	it.each(refused)(
		'%j is refused by the node, and n8n is given no host to send a secret to',
		(customHost) => {
			const typed = { region: 'custom', customHost };
			expect(() => serverUrl(typed)).toThrow(/Custom Host/);
			expect(resolveCredential(typed).accessTokenUrl).toMatch(/^https:\/\/[a-z-]+\.invalid\//);
		},
	);
});
