/** A technician connects in the browser, and the connection lives: expiry, rotation, revocation, connecting again. */

import { inBrowser, signIn } from '../lib/browser.mjs';
import { connect, disconnected, newTechnician, reconnect } from '../signIn/connection.mjs';
import { createWork } from '../signIn/work.mjs';

export const title =
	'A technician connects by the button, stays connected, and is told when to connect again';

const CLIENT = 'simulator-user';

/** @param {import('../lib/context.mjs').Context} context */
export async function run(context) {
	const simulator = await context.startSimulator({ devices: 60, organizations: 3 });
	const n8n = await context.startN8n();
	await inBrowser(context, n8n, async (browser) => {
		await signIn(browser, n8n);
		const scene = { context, simulator, n8n, browser, work: await createWork({ simulator, n8n }) };
		await connects(scene);
		await refreshes(scene);
		await isRevoked(scene);
		await connectsAgain(scene);
		await losesApp(scene);
	});
}

async function connects(scene) {
	const { check } = scene.context;
	await newTechnician(scene);
	const before = await disconnected(scene);
	check('before, n8n asks to connect', /Connect your account/.test(before), before);
	check('who denies stays disconnected', /not|denied|error/i.test(await connect(scene, 'Deny')));
	const after = await connect(scene, 'Allow');
	check('who allows is connected', /Account connected/.test(after), after);
	const { status, error, item } = await scene.work.run();
	check('a script runs in the name of the technician', status === 'success', error ?? status);
	check('and its result comes out', item?.outcome === 'success' && item.exitCode === 0, item);
	const runs = await scene.work.orders();
	check('NinjaOne was told once', runs.length === 1 && runs[0].status === 200, runs);
}

const ROUNDS = 3;

async function refreshes({ context: { check }, simulator, work }) {
	const before = (await work.grants()).length;
	for (let round = 0; round < ROUNDS; round++) {
		await simulator.act('tokens/expire', {});
		const { status, error } = await work.run();
		check(
			`token expired, time ${round + 1}: the script runs`,
			status === 'success',
			error ?? status,
		);
	}
	const grants = (await work.grants()).slice(before);
	check(
		'each time one new token is fetched by the refresh token, which NinjaOne replaces each time',
		grants.length === ROUNDS && grants.every((grant) => grant === 'refresh_token 200'),
		grants,
	);
	const runs = await work.orders();
	check(
		'and no order is sent twice',
		runs.filter(({ acted }) => acted).length === 1 + ROUNDS,
		runs,
	);
}

async function isRevoked({ context, simulator, work }) {
	await simulator.act('tokens/expire', { refresh: true });
	const orders = (await work.orders()).filter(({ acted }) => acted).length;
	const { status, error } = await work.run();
	context.log(`n8n says: ${error}`);
	context.check('once revoked, the run fails', status === 'error', status);
	context.check(
		'and says to open the credential and connect again',
		/connect again/.test(error),
		error,
	);
	const after = (await work.orders()).filter(({ acted }) => acted).length;
	context.check('nothing was ordered', after === orders, after);
}

async function connectsAgain(scene) {
	const after = await reconnect(scene);
	scene.context.check('the button connects again', /Account connected/.test(after), after);
	const { status, error } = await scene.work.run();
	scene.context.check('and the script runs again', status === 'success', error ?? status);
}

async function losesApp({ context, simulator, work }) {
	await simulator.act(`apps/${CLIENT}/revoke`, {});
	const { error } = await work.run();
	context.log(`n8n says: ${error}`);
	context.check('an app that was removed is told as such', /removed or revoked/.test(error), error);
}
