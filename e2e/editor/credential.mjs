/** The credential's dialog: what is right is told so, and what is wrong is told so that a person can mend it. */

import { APP } from '../../playground/simulator.mjs';
import {
	closeDialog,
	editCredential,
	fillIn,
	newCredential,
	saveAndRead,
} from '../lib/credentialDialog.mjs';
import { parameter } from '../lib/editor.mjs';

const READ_ONLY = { clientId: 'simulator-read-only', clientSecret: 'simulator-read-only-secret' };
const FOR_PEOPLE = { clientId: 'simulator-user', clientSecret: 'simulator-user-secret' };
const CHANGING = 'Monitoring and Management';

/** What a person may have got wrong, what n8n says then, and the words of the dialog's note that explain it. */
const mistakes = (elsewhere) => [
	{
		name: 'wrong secret',
		texts: { clientSecret: 'not the secret' },
		said: /Client authentication failed/,
		note: 'Client authentication failed: wrong client secret',
	},
	{
		name: 'wrong region',
		texts: { ...APP, customHost: elsewhere.url },
		said: /HTTP status( code:)? 404|status code 404/,
		note: 'HTTP status 404: wrong region or client ID',
	},
	{
		name: 'missing scope',
		texts: READ_ONLY,
		said: /requested scope is invalid/,
		note: 'The requested scope is invalid: a scope picked here is not ticked in the API app',
	},
	{
		name: 'missing grant',
		texts: FOR_PEOPLE,
		said: /client is not authorized/,
		note: 'The client is not authorized: the API app in NinjaOne lacks the grant',
	},
];

/** From the open node, which has no credential; leaves it with one that works. */
export async function testsCredential({ context, simulator, browser }) {
	const { check } = context;
	const { page, part, picture } = browser;
	await newCredential(browser);
	check(
		'a new credential asks for the scope Monitoring',
		(await parameter(browser, 'apiScopes').locator('input').inputValue()) === 'Monitoring',
	);
	const right = { ...APP, customHost: simulator.url };
	await fillIn(browser, { choices: { region: 'Custom Host' }, texts: right });
	const first = await saveAndRead(browser);
	const said = await editCredential(browser);
	check('the right secret is told to be right', first.isGood && /successfully/.test(said), said);
	await picture('04-credential-right');
	const [{ body }] = await simulator.look('requests?path=/ws/oauth/token');
	check('and the scope shown is the one asked for', body.scope === 'monitoring', body);

	await fillIn(browser, { choices: { apiScopes: CHANGING } });
	const note = part('node-credentials-config-container').getByRole('region');
	for (const mistake of mistakes(await anotherRegion(context))) {
		await fillIn(browser, { texts: { ...right, ...mistake.texts } });
		const { isGood, said } = await saveAndRead(browser);
		context.log(said.replaceAll('\n', ' '));
		check(`${mistake.name}: n8n says what NinjaOne said`, !isGood && mistake.said.test(said), said);
		const notes = (await note.allInnerTexts()).join('\n').split('\n');
		const explained = notes.some((line) => line.includes(mistake.note));
		check(`${mistake.name}: the dialog's note explains it`, explained, notes);
		await page.mouse.move(0, 0);
		await picture(`05-credential-${mistake.name.replaceAll(' ', '-')}`);
	}
	await note.first().scrollIntoViewIfNeeded();
	await picture('05-credential-note');

	await fillIn(browser, { texts: right });
	const last = await saveAndRead(browser);
	check('once mended, it is told to be right again', last.isGood, last.said);
	await closeDialog(browser);
}

/** A NinjaOne that does not know the app, as that of any other region. */
async function anotherRegion(context) {
	const elsewhere = await context.startSimulator({ devices: 5, organizations: 1 });
	await elsewhere.act(`apps/${APP.clientId}/revoke`, {});
	return elsewhere;
}
