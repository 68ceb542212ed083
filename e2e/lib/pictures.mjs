import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inBrowser, signIn } from './browser.mjs';
import { openCanvas } from './editor.mjs';
import { workflowOf } from './stage.mjs';

/** About what a mail shows. */
const MAIL = { width: 760, height: 310 };

/**
 * Keeps a picture of each example as n8n draws it, in the scenario's folder; what a play says is shown goes into
 * docs/images.
 *
 * @param {import('./context.mjs').Context} context
 * @param {import('../../playground/n8n.mjs').N8n} n8n
 * @param {import('./stage.mjs').Play[]} plays
 */
export async function takePictures(context, n8n, plays) {
	await inBrowser(context, n8n, async (browser) => {
		const { page, picture } = browser;
		await signIn(browser, n8n);
		for (const { file, shown = {} } of plays) {
			await openCanvas(browser, n8n, workflowOf(file));
			await picture(workflowOf(file), { image: shown.canvas });
		}
		await page.setViewportSize(MAIL);
		for (const { mail, shown } of plays.filter((play) => play.shown?.mail)) {
			await page.goto(pathToFileURL(join(context.folder, mail)).href);
			await picture(mail, { image: shown.mail });
		}
	});
}
