import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { Clock } from './clock';
import { createGate, type Gate } from './gate';
import { serverUrl } from './hosts';
import { standardLongestWaitMs } from './retry';

/** The n8n contexts from which NinjaOne can be called. */
export type CallingContext =
	| IExecuteFunctions
	| ILoadOptionsFunctions
	| IPollFunctions
	| IHookFunctions
	| IWebhookFunctions;

export const credentialName = 'ninjaOneRmmOAuth2Api';

/** What a credential says about itself; the secret and the token are not part of it. */
export interface CredentialFacts {
	grantType: string;
	/** Asked for, `offline_access` left out. */
	requestedScopes: string[];
	/** From the token answer; undefined before the first token, or where NinjaOne did not say. */
	grantedScopes?: string[];
}

/** One run's way to NinjaOne: where it goes, how many requests at once, how it is stopped. */
export interface Connection {
	readonly context: CallingContext;
	/** Such as `https://eu.ninjarmm.com`. */
	readonly server: string;
	/** `clientCredentials` or `pkce`, n8n's values. */
	readonly grantType: string;
	/** What the credential asks for, such as `monitoring`; see scope.ts. */
	readonly scopes: readonly string[];
	readonly gate: Gate;
	readonly clock: Clock;
	/** For one answer, to its last byte. */
	readonly timeoutMs: number;
	/** Longest wait before a request is sent again, in ms; a longer one ends in an error. */
	readonly longestWaitMs: number;
	/** Epoch milliseconds after which nothing more is sent; absent where there is time. */
	readonly deadline?: number;
	/** Aborted when the user stops the execution. */
	readonly signal?: AbortSignal;
}

export interface ConnectionOptions
	extends Partial<Pick<Connection, 'timeoutMs' | 'longestWaitMs' | 'deadline'>> {
	/** Most requests at once; one where lists are loaded for the editor. */
	concurrency?: number;
}

/** Two minutes: fleet reports of large accounts take long. */
const defaultTimeoutMs = 120_000;

/**
 * Opens the way to NinjaOne for one run. Nothing is sent yet.
 * @throws NinjaOneError when the credential's host is not acceptable
 */
export async function connect(
	context: CallingContext,
	{
		concurrency = 1,
		timeoutMs = defaultTimeoutMs,
		longestWaitMs = standardLongestWaitMs,
		deadline,
	}: ConnectionOptions = {},
): Promise<Connection> {
	const credential = await context.getCredentials(credentialName);
	return {
		context,
		server: serverUrl(credential),
		grantType: String(credential.grantType),
		scopes: scopesIn(credential.apiScopes),
		gate: createGate(concurrency),
		clock: {},
		timeoutMs,
		longestWaitMs,
		// Absent where options are loaded.
		signal: 'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined,
		deadline,
	};
}

/** Reads the credential anew, so that a token that has just been fetched is seen. */
export async function credentialFacts(context: CallingContext): Promise<CredentialFacts> {
	const credential: ICredentialDataDecryptedObject = await context.getCredentials(credentialName);
	const granted = (credential.oauthTokenData as { scope?: unknown } | undefined)?.scope;
	return {
		grantType: String(credential.grantType),
		requestedScopes: scopesIn(credential.apiScopes),
		...(typeof granted === 'string' ? { grantedScopes: scopesIn(granted) } : {}),
	};
}

const scopesIn = (text: unknown): string[] =>
	String(text ?? '')
		.split(/[\s,]+/)
		.filter(Boolean);

/** A shorter text is no secret of NinjaOne's; hidden everywhere, it would spoil what is shown. */
const shortestSecret = 6;

/**
 * The client secret and the tokens, as they are at the moment: for hiding them in what is shown, and for nothing else.
 * Empty where the credential cannot be read.
 */
export async function credentialSecrets({
	context,
}: Pick<Connection, 'context'>): Promise<string[]> {
	try {
		const credential = await context.getCredentials(credentialName);
		const { clientSecret, oauthTokenData } = credential;
		return [clientSecret, ...tokensIn(oauthTokenData)].filter(
			(value): value is string => typeof value === 'string' && value.length >= shortestSecret,
		);
	} catch {
		return [];
	}
}

const tokensIn = (data: unknown): unknown[] =>
	Object.entries((data ?? {}) as object)
		.filter(([name]) => /^(access|refresh|id)_?token$/i.test(name))
		.map(([, value]) => value as unknown);
