import {
	ICredentialsHelper,
	NodeHelpers,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type ICredentialType,
	type IDataObject,
	type IHttpRequestOptions,
	type INodeProperties,
	type INodeTypes,
} from 'n8n-workflow';
import type { Simulator } from '../../simulator';
import { apps } from '../../simulator/oauth/apps';
import { NinjaOneRmmOAuth2Api } from '../../credentials/NinjaOneRmmOAuth2Api.credentials';

/** What a user types into the credential dialog. */
export interface TypedCredential extends IDataObject {
	grantType?: 'clientCredentials' | 'pkce';
	region?: string;
	customHost?: string;
	clientId?: string;
	clientSecret?: string;
	apiScopes?: string;
}

/** What a user would type to use the API app of a simulator that may do everything. */
export function simulatorCredential(url: string, more: TypedCredential = {}): TypedCredential {
	const { clientId, clientSecret } = apps.full;
	const apiScopes = 'monitoring management';
	return { region: 'custom', customHost: url, clientId, clientSecret, apiScopes, ...more };
}

/** The fields that n8n's own OAuth2 credential has and ours leaves alone. */
const inherited: INodeProperties[] = ['clientId', 'clientSecret'].map((name) => ({
	displayName: name,
	name,
	type: 'string',
	default: '',
}));

const emptyNodeTypes = {
	getByNameAndVersion: () => ({ description: { properties: [] } }),
	getByName: () => ({ description: { properties: [] } }),
	getKnownTypes: () => ({}),
} as unknown as INodeTypes;

/** What was resolved, by what was typed: n8n's expressions take longer than many a test. */
const resolved = new Map<string, ICredentialDataDecryptedObject>();

/** Fills in defaults and resolves the expressions of hidden fields, as n8n does when it decrypts a credential. */
export function resolveCredential(typed: TypedCredential): ICredentialDataDecryptedObject {
	const key = JSON.stringify(typed);
	const known = resolved.get(key) ?? resolveExpressions(typed);
	resolved.set(key, known);
	return structuredClone(known);
}

function resolveExpressions(typed: TypedCredential): ICredentialDataDecryptedObject {
	const type: ICredentialType = new NinjaOneRmmOAuth2Api();
	const properties = [...inherited, ...type.properties];
	const filled = NodeHelpers.getNodeParameters(
		properties,
		typed as never,
		true,
		false,
		null,
		null,
	) as ICredentialDataDecryptedObject;
	const node = { id: '1', name: 'c', type: 'c', typeVersion: 1, position: [0, 0], parameters: {} };
	const workflow = new Workflow({
		nodes: [node as never],
		connections: {},
		active: false,
		nodeTypes: emptyNodeTypes,
	});
	return workflow.expression.getComplexParameterValue(
		node as never,
		filled as never,
		'internal',
		{},
		undefined,
		undefined,
		filled as never,
	) as unknown as ICredentialDataDecryptedObject;
}

/** n8n's store of one credential, in memory: what is read, and the token that n8n's OAuth2 keeps in it. */
export class CredentialStore extends ICredentialsHelper {
	/** Every token that n8n saved, newest last. */
	readonly savedTokens: IDataObject[] = [];

	constructor(
		private readonly typed: TypedCredential,
		private token?: IDataObject,
	) {
		super();
	}

	getParentTypes() {
		return ['oAuth2Api'];
	}

	isCredentialUsableByNode() {
		return true;
	}

	async authenticate(_: ICredentialDataDecryptedObject, __: string, options: unknown) {
		return options as IHttpRequestOptions;
	}

	async preAuthentication() {
		return undefined;
	}

	async runPreAuthentication() {
		return undefined;
	}

	async getCredentials() {
		return {} as ICredentials;
	}

	async getDecrypted() {
		const data = resolveCredential(this.typed);
		return this.token ? { ...data, oauthTokenData: this.token as never } : data;
	}

	async updateCredentials() {}

	async updateCredentialsOauthTokenData(
		_: unknown,
		__: string,
		data: ICredentialDataDecryptedObject,
	) {
		this.token = data.oauthTokenData as unknown as IDataObject;
		this.savedTokens.push(this.token);
	}

	getCredentialsProperties() {
		return [];
	}
}

/** A credential of a running simulator to which a technician has connected. */
export function technicianOf({ url, authority }: Simulator, app = apps.full): CredentialStore {
	const { clientId, clientSecret, scopes } = app;
	const token = authority.issue({ clientId, scopes, userId: 5001 });
	const typed = { grantType: 'pkce', clientId, clientSecret } as const;
	return new CredentialStore(simulatorCredential(url, typed), { ...token });
}
