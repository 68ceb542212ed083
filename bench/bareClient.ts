import type { IDataObject } from 'n8n-workflow';
import { request } from 'undici';
import { tokenRequest } from './account';

/** Reads one path, such as `/v2/devices?pageSize=1000`, and parses the answer. */
export type Read = <Answer>(path: string) => Promise<Answer>;

/** The headers of a client that has a token. */
export async function signIn(url: string) {
	const signedIn = await request(`${url}/ws/oauth/token`, {
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: tokenRequest,
	});
	const { access_token } = (await signedIn.body.json()) as { access_token: string };
	return { authorization: `Bearer ${access_token}` };
}

/** The least that a program can do to read NinjaOne: undici, one token, no checks beyond the status. */
export async function bareClient(url: string): Promise<Read> {
	const headers = await signIn(url);
	return async <Answer>(path: string) => {
		const { statusCode, body } = await request(`${url}${path}`, { headers });
		if (statusCode !== 200) throw new Error(`GET ${path} answered ${statusCode}`);
		return (await body.json()) as Answer;
	};
}

/** Rows of a page: the size that the node asks for too (api/paging.ts). */
const pageSize = 1000;

/** Reads all devices, page after page. */
export async function readDevices(read: Read): Promise<IDataObject[]> {
	const rows: IDataObject[] = [];
	for (let after = ''; ; after = `&after=${String(rows.at(-1)?.id)}`) {
		const page = await read<IDataObject[]>(`/v2/devices?pageSize=${pageSize}${after}`);
		rows.push(...page);
		if (page.length < pageSize) return rows;
	}
}

interface ReportPage {
	cursor: { name: string };
	results: IDataObject[];
}

/** Reads so many rows of a report, page after page. */
export async function readReport(read: Read, path: string, count: number): Promise<IDataObject[]> {
	const rows: IDataObject[] = [];
	for (let cursor = ''; rows.length < count; ) {
		const size = Math.min(count - rows.length, pageSize);
		const page = await read<ReportPage>(`${path}?pageSize=${size}${cursor}`);
		if (page.results.length === 0) break;
		rows.push(...page.results);
		cursor = `&cursor=${page.cursor.name}`;
	}
	return rows;
}
