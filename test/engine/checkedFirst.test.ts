import type { IDataObject, INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import { resources } from '../../resources';
import { catalog } from '../../operations/catalog';
import type { Field } from '../../operations/field';
import { technicianOf } from '../harness/credentials';
import { runNode } from '../harness/engine';
import { byId, credential, ninjaOne } from '../harness/nock';
import { samples } from '../harness/samples';
import { sampleFiles } from '../harness/samples/files';
import { withSimulator } from '../harness/simulated';

/** Values that hardly any parameter takes. */
const badValues = ['', '../1', 'no such thing', {}];

/** The value of a parameter, and where it is a locator, what it holds. */
const inside = (value: unknown) =>
	typeof value === 'object' && value !== null && '__rl' in value
		? (value as unknown as { value: unknown }).value
		: value;
const withInside = (value: unknown, given: unknown) =>
	value === inside(value) ? given : { ...(value as object), value: given };

const refuses = (field: Field<unknown>, label: string, value: unknown) => {
	try {
		field.parse(value, { label, timezone: 'Europe/Berlin' });
		return false;
	} catch {
		return true;
	}
};

interface Trial {
	parameters: INodeParameters;
	items: IDataObject[];
	/** Of the parameter that is bad. */
	label: string;
}

/** A sample in which one parameter is bad in the third item and good in all others. */
function badInThird(key: string): Trial | undefined {
	const [resource, operation] = key.split('.');
	const { fields } = resources[resource].operations[operation];
	/** Whether other parameters are there or not by its value. */
	const decides = (name: string) => Object.values(fields).some(({ when }) => when && name in when);
	const [sample] = samples[key];
	for (const [name, field] of Object.entries(fields)) {
		const good = sample[name];
		const label = field.property.displayName;
		if (good === undefined || field.authorOnly || decides(name)) continue;
		if (field.property.type === 'collection') continue;
		const bad = badValues.find((value) => refuses(field, label, withInside(good, value)));
		if (bad === undefined) continue;
		const given = withInside(good, '={{ $json.value }}') as NodeParameterValueType;
		const parameters = { resource, operation, ...sample, [name]: given } as INodeParameters;
		const values = [good, good, good, good].map(inside);
		values[2] = bad;
		return { parameters, items: values.map((value) => ({ value }) as IDataObject), label };
	}
	return undefined;
}

describe('before the first item acts, all items are checked by', () => {
	const simulator = withSimulator({ organizations: 3, devices: 60 });
	const changes = catalog(resources)
		.filter(({ effect }) => effect !== 'read')
		.map(({ resource, operation }) => `${resource}.${operation}`);
	const tried = changes.flatMap((key) => {
		const bad = badInThird(key);
		return bad ? [[key, bad] as const] : [];
	});

	it('nearly every operation that changes something', () => {
		const left = changes.filter((key) => !tried.some(([one]) => one === key));
		// All that they are given is a collection, or may be anything.
		expect(left.length).toBeLessThan(changes.length / 10);
	});

	it.each(tried)('%s', async (_, { parameters, items, label }) => {
		const { error } = await runNode({
			parameters,
			items,
			files: sampleFiles,
			credential: technicianOf(simulator),
		});
		expect(simulator.requests.all()).toEqual([]);
		expect(error?.context).toMatchObject({ itemIndex: 2 });
		expect(error?.message).toContain(label);
		expect(error?.description).toMatch(
			/All items are checked first, and 1 of 4 cannot be carried out. 0 of 4 items were carried out/,
		);
	});
});

describe('what is wrong with an item for reasons of its own is found before anything is read, as', () => {
	const checklistUpdate = {
		resource: 'checklist',
		operation: 'update',
		checklistId: byId(1),
	};
	const newTicket = {
		resource: 'ticket',
		operation: 'create',
		organizationId: { __rl: true, mode: 'name', value: 'Acme' },
		ticketFormId: 'Default',
		subject: 'x',
	};
	const cases: Array<[string, RegExp, object]> = [
		[
			'alerts that no filter narrows',
			/"Device Filters" are both empty/,
			{ resource: 'alert', operation: 'resetMany', preview: false },
		],
		[
			'time without a description',
			/"Description" is empty/,
			{ ...newTicket, descriptionOptions: { timeTracked: 5 } },
		],
		[
			'half an email address',
			/"CC" holds "office@"/,
			{ ...newTicket, additionalFields: { cc: 'office@' } },
		],
		[
			'a new task without a name',
			/"Tasks" holds a task without a name/,
			{
				resource: 'checklist',
				operation: 'create',
				organization: { __rl: true, mode: 'name', value: 'Acme' },
				name: 'x',
				tasks: '[{"description": "x"}]',
			},
		],
		[
			'a changed task that is not named',
			/"Tasks" holds a task without a name/,
			{ ...checklistUpdate, updateFields: { tasks: '[{"description": "x"}]' } },
		],
		[
			'what cannot be cleared',
			/"Clear" does not know "NAME"/,
			{ ...checklistUpdate, updateFields: { clear: ['NAME'] } },
		],
	];

	it.each(cases)('%s', async (_, message, parameters) => {
		// Nothing is there to answer a request.
		const { error } = await runNode({ parameters: parameters as INodeParameters, credential });
		expect(error?.message).toMatch(message);
	});
});

describe('a change for many items', () => {
	const items = [1, 2, 3, 4].map((id) => ({ id }));
	const reboot = {
		resource: 'device',
		operation: 'reboot',
		deviceId: byId('={{ $json.id === 3 ? "" : $json.id }}'),
	};

	it('says that nothing was sent where that is so', async () => {
		const { error } = await runNode({ parameters: reboot, items, credential });
		expect(`${error?.message} ${error?.description}`).toMatch(/nothing was sent/i);
	});

	it('leaves out the bad items where it goes on, and claims no more of them than is so', async () => {
		const scope = ninjaOne();
		for (const id of [1, 2, 4]) scope.post(`/v2/device/${id}/reboot/NORMAL`).reply(204);
		const settings = { parameters: reboot, items, credential };
		const { json, hints } = await runNode({ ...settings, onError: 'continueRegularOutput' });
		expect(scope.isDone()).toBe(true);
		expect(json.map(({ error }) => error)).toEqual([
			undefined,
			undefined,
			expect.stringContaining('"Device"'),
			undefined,
		]);
		expect(JSON.stringify(json)).not.toMatch(/nothing was sent/i);
		expect(hints).toEqual([
			expect.objectContaining({ message: expect.stringMatching(/^1 of 4 items failed/) }),
		]);
	});

	it('finds an item without its file before the others are sent', async () => {
		const { error } = await runNode({
			parameters: {
				resource: 'attachment',
				operation: 'uploadTemporary',
				inputFields: 'remoteAccess',
			},
			items,
			credential,
		});
		expect(error?.message).toMatch(/binary file/);
		expect(error?.description).toMatch(/0 of 4 items were carried out/);
	});

	it('says that nothing was changed, not that nothing was sent, where it has looked something up', async () => {
		ninjaOne().get('/v2/user/end-user/7').reply(200, { id: 7, email: 'right@example.com' });
		const { error } = await runNode({
			parameters: {
				resource: 'endUser',
				operation: 'delete',
				endUserId: byId(7),
				demandEmail: true,
				confirmationEmail: 'wrong@example.com',
			},
			credential,
		});
		expect(`${error?.message} ${error?.description}`).toMatch(/nothing was changed/);
	});
});
