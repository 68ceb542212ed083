import type { INodeParameters } from 'n8n-workflow';
import { webhooks } from '../../api/endpoints/webhooks';
import { resources } from '../../resources';
import { apps } from '../../simulator/oauth/apps';
import { CredentialStore } from '../harness/credentials';
import { fills, operationKeys } from '../harness/drive';
import { runNode } from '../harness/engine';
import { samples } from '../harness/samples';
import { pendingDevice, someUid } from '../harness/samples/common';
import { sampleFiles } from '../harness/samples/files';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ organizations: 3, devices: 60 });

/** A technician whose token, from before, allows everything. */
const monitoring = () =>
	new CredentialStore(credentialFor(simulator, { grantType: 'pkce', apiScopes: 'monitoring' }), {
		...simulator.authority.issue({
			clientId: apps.full.clientId,
			scopes: apps.full.scopes,
			userId: 5001,
		}),
	});

const operationOf = (key: string) => {
	const [resource, operation] = key.split('.');
	return resources[resource].operations[operation];
};

describe('with a credential of the scope Monitoring', () => {
	it.each(operationKeys)('%s changes nothing', async (key) => {
		const [resource, operation] = key.split('.');
		const { endpoints, effect } = operationOf(key);
		const changing = endpoints.filter((each) => each.effect !== 'read');
		simulator.state.triggerAlert(1, { uid: someUid });
		simulator.state.addDevice({ id: pendingDevice, approvalStatus: 'PENDING' });
		const messages: Array<string | undefined> = [];
		for (const parameters of samples[key]) {
			const given: INodeParameters = { ...parameters, resource, operation };
			const { error } = await runNode({
				parameters: given,
				credential: monitoring(),
				files: sampleFiles,
			});
			messages.push(error?.message);
		}
		const changes = simulator.requests
			.all()
			.filter(({ method, path }) =>
				changing.some((each) => fills({ method, path, query: {} }, each)),
			);
		expect(changes.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
		// Some samples name what another sample makes, and nothing was made here.
		const refused = /scope Monitoring only/;
		if (effect === 'read') expect(messages.join()).not.toMatch(refused);
		else if (!/nothing of that name/.test(messages.join()))
			expect(messages.join()).toMatch(refused);
	});
});

describe('the scope that a request needs', () => {
	it('is Management for every change of the node, and Monitoring for every read', () => {
		const all = operationKeys.flatMap((key) => operationOf(key).endpoints);
		for (const { effect, scope } of all) {
			expect(scope).toBe(effect === 'read' ? 'monitoring' : 'management');
		}
	});

	it('is Monitoring where a webhook is registered or removed', () => {
		expect([webhooks.configure.scope, webhooks.disable.scope]).toEqual([
			'monitoring',
			'monitoring',
		]);
	});
});
