/** The credentials with which workflows reach the simulated NinjaOne: the API app's, and a signed-in technician's. */

import { APP } from './simulator.mjs';

const CREDENTIAL_TYPE = 'ninjaOneRmmOAuth2Api';
const FOR_TECHNICIANS = ['ticket', 'script'];

/** @param {import('./simulator.mjs').Simulator} simulator */
export function credentialFor(simulator) {
	return {
		name: 'NinjaOne Simulator',
		type: CREDENTIAL_TYPE,
		data: {
			grantType: 'clientCredentials',
			region: 'custom',
			customHost: simulator.url,
			...APP,
			apiScopes: 'monitoring management',
		},
	};
}

/** The workflow with this credential chosen in each of our nodes. */
export function withCredential(workflow, credential) {
	const ours = ({ type }) => type.startsWith('n8n-nodes-ninjaone.');
	const credentials = { [CREDENTIAL_TYPE]: credential };
	return {
		...workflow,
		nodes: workflow.nodes.map((node) => (ours(node) ? { ...node, credentials } : node)),
	};
}

/**
 * The technician's is connected as its button does it, and the simulated NinjaOne asks nobody.
 *
 * @returns {Promise<{ app: Credential, technician: Credential }>}
 * @typedef {import('./n8n.mjs').Credential} Credential
 */
export async function saveCredentials(n8n, simulator) {
	const app = credentialFor(simulator);
	const technician = {
		...app,
		name: 'NinjaOne Simulator, signed in',
		data: { ...app.data, grantType: 'pkce' },
	};
	const saved = {
		app: await n8n.saveCredential(app),
		technician: await n8n.saveCredential(technician),
	};
	await connect(n8n, saved.technician);
	return saved;
}

async function connect(n8n, { id }) {
	const signIn = new URL(await n8n.rest('GET', `oauth2-credential/auth?id=${id}`));
	signIn.searchParams.set('auto', 'allow');
	const { headers } = await fetch(signIn, { redirect: 'manual' });
	const { pathname, search } = new URL(headers.get('location'));
	const page = await n8n.rest('GET', `${pathname.replace(/^\/rest\//, '')}${search}`);
	if (!page.includes('Connection successful'))
		throw new Error(`n8n did not take the sign-in: ${page}`);
}

/** Whose credential a workflow needs: NinjaOne lets technicians alone write tickets and run scripts. */
export const signInFor = ({ nodes }) =>
	nodes.some(({ parameters }) => FOR_TECHNICIANS.includes(parameters.resource))
		? 'technician'
		: 'app';
