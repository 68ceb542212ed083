/** A browser that is signed in to n8n, and pictures of what it shows. */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ROOT } from '../../playground/prepare.mjs';
import { findChromium } from './chromium.mjs';
import { until } from './until.mjs';

/** All pictures have this size. */
const WINDOW = { width: 1280, height: 800 };
/** Another n8n or a build may keep the machine busy. */
const PATIENCE_MS = 60_000;
/** So that a README loads quickly. */
const LARGEST_PICTURE = 60_000;
const QUALITY = 0.8;

const IMAGES = join(ROOT, 'docs', 'images');
const ARGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];

/**
 * @typedef {object} Browser
 * @property {import('playwright-core').Page} page
 * @property {(id: string) => import('playwright-core').Locator} part what n8n marks by this test id
 * @property {(name: string, options?: { image?: string, of?: import('playwright-core').Page }) => Promise<void>} picture
 *   keeps what is seen in the scenario's folder; with `--pictures` also under the name `image` in docs/images
 * @property {(theme: 'light' | 'dark') => Promise<Browser>} inTheme the same person's browser in another theme
 * @property {() => Promise<void>} close
 *
 * @param {import('./context.mjs').Context} context
 * @param {import('../../playground/n8n.mjs').N8n} n8n
 * @returns {Promise<Browser>} at n8n's page for signing in
 */
async function openBrowser(context, n8n) {
	const executablePath = await findChromium();
	const browser = await chromium.launch({ executablePath, args: ARGS });
	const window = await openWindow(context, browser, { colorScheme: 'light' });
	await window.page.goto(`${n8n.url}/signin`);
	return window;
}

async function openWindow(context, browser, look) {
	const session = await browser.newContext({
		viewport: WINDOW,
		locale: 'en-US',
		timezoneId: 'UTC',
		reducedMotion: 'reduce',
		...look,
	});
	session.setDefaultTimeout(PATIENCE_MS);
	const page = await session.newPage();
	return {
		page,
		part: (id) => page.locator(`[data-test-id="${id}"]`),
		picture: (name, options) => picture(context, { browser, of: page, ...options }, name),
		inTheme: async (colorScheme) =>
			openWindow(context, browser, { colorScheme, storageState: await session.storageState() }),
		close: () => browser.close(),
	};
}

/** Looks at n8n for as long as the work takes; where it fails, the last thing that was seen is kept. */
export async function inBrowser(context, n8n, work) {
	const browser = await openBrowser(context, n8n);
	try {
		await work(browser);
	} catch (error) {
		await browser.picture('99-where-it-ended');
		throw error;
	} finally {
		await browser.close();
	}
}

/** The person of the playground signs in as people do. */
export async function signIn({ page, part }, { login }) {
	await page.locator('input[name=emailOrLdapLoginId]').fill(login.email);
	await page.locator('input[name=password]').fill(login.password);
	await part('form-submit-button').click();
	await page.waitForURL(({ pathname }) => !pathname.startsWith('/signin'));
}

async function picture(context, { browser, of: page, image }, name) {
	if (image) await until('n8n has no more news', async () => (await news(page).count()) === 0);
	const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
	await context.keepText(`${name}.png`, png);
	if (!image || !context.pictures) return;
	const small = await asWebp(browser, png);
	if (small.length > LARGEST_PICTURE)
		throw new Error(`The picture ${image} would have ${small.length} bytes`);
	await mkdir(IMAGES, { recursive: true });
	await writeFile(join(IMAGES, `${image}.webp`), small);
}

/** Messages in the corner, which go by themselves. */
const news = (page) => page.locator('.el-notification:visible');

/** The browser itself is a good encoder, so there is no need for another one. */
async function asWebp(browser, png) {
	const page = await browser.newPage();
	const encoded = await page.evaluate(encode, { source: png.toString('base64'), quality: QUALITY });
	await page.close();
	return Buffer.from(encoded, 'base64');
}

/** Runs in the browser. */
async function encode({ source, quality }) {
	const image = new Image();
	image.src = `data:image/png;base64,${source}`;
	await image.decode();
	const canvas = document.createElement('canvas');
	Object.assign(canvas, { width: image.naturalWidth, height: image.naturalHeight });
	canvas.getContext('2d').drawImage(image, 0, 0);
	return canvas.toDataURL('image/webp', quality).split(',')[1];
}
