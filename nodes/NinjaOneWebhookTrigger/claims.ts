import type { IHookFunctions } from 'n8n-workflow';
import { credentialName } from '../../api/connection';

/** Who has set the webhook configuration of an API app. */
export interface Claim {
	workflowId: string;
	nodeId: string;
	isTest: boolean;
}

export const claimOf = (context: IHookFunctions, isTest = false): Claim => ({
	workflowId: String(context.getWorkflow().id ?? ''),
	nodeId: context.getNode().id,
	isTest,
});

/**
 * The API app whose configuration is set: its client ID, which NinjaOne makes up and which no two apps share. One server
 * can be spelled in several ways.
 */
export async function appOf(context: IHookFunctions): Promise<string> {
	const { clientId } = await context.getCredentials(credentialName);
	return String(clientId).trim();
}

/**
 * Claims by app. NinjaOne keeps one configuration for an app and lets nobody read it, so n8n's own memory is all that
 * knows: active workflows claim their app again whenever n8n starts.
 */
const claims = new Map<string, Claim>();

const isSame = (a: Claim, b: Claim) =>
	a.workflowId === b.workflowId && a.nodeId === b.nodeId && a.isTest === b.isTest;

/** Whoever else has claimed the app. */
export function otherClaim(app: string, mine: Claim): Claim | undefined {
	const claim = claims.get(app);
	return claim === undefined || isSame(claim, mine) ? undefined : claim;
}

export function setClaim(app: string, mine: Claim): void {
	claims.set(app, mine);
}

/** Gives everything back; somebody else's claims stay. */
export function dropClaims(mine: Claim): void {
	for (const [app, claim] of claims) {
		if (isSame(claim, mine)) claims.delete(app);
	}
}
