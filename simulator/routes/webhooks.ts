import { z } from 'zod';
import type { Context, Routes } from '../context';
import { bodyOf, found } from '../input';
import type { Access } from '../oauth/authority';
import { failure } from '../refusal';
import { serve } from '../serve';
import { checkAddress } from '../webhooks/wanted';
import { adminOn } from './admin';

const ResendSchema = z.object({ activityId: z.number().int() }).strict();

/** The webhook of the app that calls, and what tests ask about all of them. */
export const webhookRoutes: Routes = (app, context) => {
	const { state, webhooks } = context;
	const admin = adminOn(app);

	serve(app, {
		'PUT /v2/webhook': ({ body, request }) => {
			const { clientId } = permitted(context, request.access);
			checkAddress(body.url);
			webhooks.configure(clientId, body);
		},
		'DELETE /v2/webhook': ({ request }) =>
			webhooks.remove(permitted(context, request.access).clientId),
	});

	admin('GET', '/webhooks', () => ({
		configurations: webhooks.configurations(),
		deliveries: webhooks.deliveries(),
	}));
	admin('DELETE', '/webhooks', () => webhooks.clear());
	admin('GET', '/webhooks/idle', () => webhooks.idle());
	admin('POST', '/webhooks/resend', (request) => {
		const { activityId } = bodyOf(request, ResendSchema);
		found(state.activities.get(activityId), 'activity');
		return { sent: webhooks.resend(activityId) };
	});
};

/** Who may set up a webhook, as far as this NinjaOne lets anybody. */
function permitted({ state, settings }: Context, access: Access | undefined): Access {
	const { webhookNeedsAdministrator, otherPsaConfigured } = settings;
	const isAdministrator = state.users.get(access?.userId ?? 0)?.administrator === true;
	if (!access || (webhookNeedsAdministrator && !isAdministrator))
		throw failure(403, 'Only system administrators can configure webhooks');
	if (otherPsaConfigured) throw failure(403, 'Different PSA is already configured');
	return access;
}
