import type { Icon, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { customRegion, regions, serverUrlExpression } from '../api/hosts';

/** What the test of the credential says for an answer of NinjaOne's; n8n's test compares status codes. */
const meaning = (status: number, message: string) => ({
	type: 'responseCode' as const,
	properties: { value: status, message },
});

/**
 * With Client Credentials n8n fetches the token before this test runs, and words that failure itself. The dialog
 * therefore says what its words mean. Of HTML, n8n shows links and lists in a notice and drops the rest.
 */
const testNotice = [
	'If the test fails, "More details" says why:',
	'<ul>',
	'<li>HTTP status 404: wrong region or client ID</li>',
	'<li>Client authentication failed: wrong client secret</li>',
	'<li>The client is not authorized: the API app in NinjaOne lacks the grant Client Credentials</li>',
	'<li>The requested scope is invalid: a scope picked here is not ticked in the API app</li>',
	'</ul>',
].join('');

/** A parameter of n8n's own OAuth2 credential that nobody has to fill in. */
const hidden = (
	displayName: string,
	name: string,
	standard: string | boolean,
	required?: boolean,
): INodeProperties => ({
	displayName,
	name,
	type: 'hidden',
	default: standard,
	...(required ? { required } : {}),
});

export class NinjaOneRmmOAuth2Api implements ICredentialType {
	name = 'ninjaOneRmmOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'NinjaOne OAuth2 API';

	icon: Icon = { light: 'file:../icons/ninjaone.svg', dark: 'file:../icons/ninjaone.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-ninjaone/n8n-nodes-ninjaone#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'options',
			options: [
				{
					name: 'Client Credentials (Machine to Machine)',
					value: 'clientCredentials',
					description: 'The workflow acts as an API app. No sign-in; enough for most operations.',
				},
				{
					name: 'Authorization Code with PKCE (Signed-In Technician)',
					value: 'pkce',
					description:
						'The workflow acts as the technician who connects. Needed to run scripts and to write tickets.',
				},
			],
			default: 'clientCredentials',
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				...regions.map(({ name, host }) => ({ name: `${name} (${host})`, value: host })),
				{ name: 'Custom Host', value: customRegion },
			],
			default: 'app.ninjarmm.com',
			description: 'Where you sign in to NinjaOne. All addresses follow from it.',
		},
		{
			displayName: 'Custom Host',
			name: 'customHost',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. rmm.example.com',
			description:
				'Host of a white-label or other NinjaOne instance. Always https; only loopback addresses may use http.',
			displayOptions: { show: { region: [customRegion] } },
		},
		{
			displayName: 'Scopes',
			// Not "scopes": n8n's dialog keeps rights on the credential itself under that name. And one choice, not
			// several: for a new credential the dialog starts those from an empty list, whatever the default is.
			name: 'apiScopes',
			type: 'options',
			options: [
				{ name: 'Monitoring', value: 'monitoring', description: 'Read everything' },
				{
					name: 'Monitoring and Management',
					value: 'monitoring management',
					description:
						'Also change devices and organizations, reset alerts, run scripts, write tickets',
				},
				{
					name: 'Monitoring, Management and Control',
					value: 'monitoring management control',
					description: 'Also remote access, which no operation of this node needs',
				},
			],
			default: 'monitoring',
			description:
				'What the workflow may do. Ask for no more than it needs; each scope must also be ticked in the API app in NinjaOne.',
		},
		{
			displayName: testNotice,
			name: 'testNotice',
			type: 'notice',
			default: '',
			displayOptions: { show: { grantType: ['clientCredentials'] } },
		},
		hidden('Authorization URL', 'authUrl', serverUrlExpression('/ws/oauth/authorize'), true),
		hidden('Access Token URL', 'accessTokenUrl', serverUrlExpression('/ws/oauth/token'), true),
		// An expression over a field of another name: n8n drops what is stored under "scope" when a credential of this
		// kind is connected again, so scopes that the user typed there would be lost.
		hidden(
			'Scope',
			'scope',
			'={{ $self["apiScopes"] + ($self["grantType"] === "pkce" ? " offline_access" : "") }}',
		),
		hidden('Authentication', 'authentication', 'body'),
		hidden('Auth URI Query Parameters', 'authQueryParameters', ''),
		hidden('Send Additional Body Properties', 'sendAdditionalBodyProperties', false),
		hidden('Additional Body Properties', 'additionalBodyProperties', ''),
	];

	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{ $credentials.accessTokenUrl.replace("/ws/oauth/token", "") }}',
			url: '/v2/organizations?pageSize=1',
		},
		rules: [
			meaning(
				401,
				'NinjaOne gave a token and did not accept it. The API app may have been revoked.',
			),
			meaning(
				403,
				'Signed in, but reading is not allowed: tick the scope Monitoring here and in the API app in NinjaOne.',
			),
			meaning(404, 'Signed in, but this host has no NinjaOne API: check Region or Custom Host.'),
			meaning(429, 'NinjaOne is receiving too many requests. Test again in a minute.'),
		],
	};
}
