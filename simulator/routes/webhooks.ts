import { z } from 'zod';
import { WebhookConfigurationSchema } from '../../contracts';
import type { Context, Routes } from '../context';
import { bodyOf, found } from '../input';
import type { Access } from '../oauth/authority';
import { failure } from '../refusal';
import { checkAddress } from '../webhooks/wanted';

const ResendSchema = z.object({ activityId: z.number().int() }).strict();

/** The webhook of the app that calls, and what tests ask about all of them. */
export const webhookRoutes: Routes = (app, context) => {
	const { state, webhooks } = context;

	app.put('/v2/webhook', (request, reply) => {
		const { clientId } = permitted(context, request.access);
		const configuration = bodyOf(request, WebhookConfigurationSchema);
		checkAddress(configuration.url);
		webhooks.configure(clientId, configuration);
		return reply.code(204).send();
	});
	app.delete('/v2/webhook', (request, reply) => {
		webhooks.remove(permitted(context, request.access).clientId);
		return reply.code(204).send();
	});

	app.get('/_simulator/webhooks', () => ({
		configurations: webhooks.configurations(),
		deliveries: webhooks.deliveries(),
	}));
	app.delete('/_simulator/webhooks', (_request, reply) => {
		webhooks.clear();
		return reply.code(204).send();
	});
	app.get('/_simulator/webhooks/idle', async (_request, reply) => {
		await webhooks.idle();
		return reply.code(204).send();
	});
	app.post('/_simulator/webhooks/resend', (request) => {
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
