import { openBrowser, signIn } from './browser.mjs';

/** Keeps a picture of each workflow as n8n draws it, in the scenario's folder. */
export async function pictureCanvases(context, n8n, workflows) {
	const browser = await openBrowser(context, n8n);
	try {
		await signIn(browser, n8n);
		for (const workflow of workflows) {
			await browser.page.goto(`${n8n.url}/workflow/${workflow}`);
			await browser.part('canvas-node').first().waitFor();
			await browser.part('zoom-to-fit').click();
			await browser.picture(workflow);
		}
	} finally {
		await browser.close();
	}
}
