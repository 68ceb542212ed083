import type { Connection } from '../../api/connection';
import { credentialName } from '../../api/connection';

/** Whose feed a credential reads, as far as the credential tells: server and client ID. */
export async function accountOf({ context, server }: Connection): Promise<string> {
	const { clientId } = await context.getCredentials(credentialName);
	return `${server} ${String(clientId)}`;
}
