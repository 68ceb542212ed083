import { NinjaOneError } from './errors';

/** NinjaOne's regions, as its sign-in page names them, each with the one host that serves OAuth and API. */
export const regions = [
	{ name: 'Canada', host: 'ca.ninjarmm.com' },
	{ name: 'Europe', host: 'eu.ninjarmm.com' },
	{ name: 'Oceania', host: 'oc.ninjarmm.com' },
	{ name: 'United States', host: 'app.ninjarmm.com' },
	{ name: 'United States 2', host: 'us2.ninjarmm.com' },
	{ name: 'United States FedRAMP', host: 'fed.ninjarmm.com' },
] as const;

export const customRegion = 'custom';

/** https anywhere; plain http only on loopback, where nobody can listen in (a simulator, a local proxy). */
const allowedServer =
	/^(https:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d+)?|https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?)$/i;
const scheme = /^https?:\/\//i;
/** People paste the address of the API or of the sign-in page: a trailing `/`, `/ws` or `/ws/` goes. */
const pastedTail = /(\/ws)?\/*$/i;

/** A name that can never be resolved (RFC 2606), so that no secret leaves towards a host that was refused. */
const refusedServer = 'https://custom-host-refused.invalid';

/**
 * The server that a credential points at, such as `https://eu.ninjarmm.com`: no path, no trailing slash.
 * @throws NinjaOneError when the custom host is not acceptable
 */
export function serverUrl(credential: { region?: unknown; customHost?: unknown }): string {
	const region = String(credential.region ?? '');
	if (region !== customRegion) {
		if (regions.some(({ host }) => host === region)) return `https://${region}`;
		throw new NinjaOneError(`The credential has no region that this node knows ("${region}")`, {
			description: 'Open the NinjaOne credential, choose your region and save it.',
			failure: { cause: 'configuration-invalid' },
		});
	}
	const server = normalise(String(credential.customHost ?? ''));
	if (allowedServer.test(server)) return server;
	throw new NinjaOneError(
		`Custom Host "${String(credential.customHost ?? '')}" of the credential is not usable: give a host name such as "rmm.example.com", with https or without a scheme`,
		{
			description:
				'Only https is accepted, since the client secret travels to this host. Plain http works for loopback addresses alone (127.0.0.1, localhost, [::1]). Leave out paths, user names and query strings.',
			failure: { cause: 'configuration-invalid' },
		},
	);
}

function normalise(host: string): string {
	const bare = host.trim().replace(pastedTail, '');
	return scheme.test(bare) ? bare : `https://${bare}`;
}

/**
 * The same rule as an n8n expression over the credential's own fields, for URLs that n8n itself calls (token,
 * authorize, credential test). A refused host becomes a name that cannot be resolved.
 * @param path what follows the server, such as `/ws/oauth/token`
 */
export function serverUrlExpression(path: string): string {
	const custom = `((host) => ${allowedServer}.test(host) ? host : "${refusedServer}")(((bare) => ${scheme}.test(bare) ? bare : "https://" + bare)(($self["customHost"] || "").trim().replace(${pastedTail}, "")))`;
	return `={{ ($self["region"] === "${customRegion}" ? ${custom} : "https://" + $self["region"]) + "${path}" }}`;
}
