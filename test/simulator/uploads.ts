import { fetch, FormData } from 'undici';
import { apps } from '../../simulator';
import { type Answer, bearerOf, type Session } from './client';

/** A file to upload, by its name. */
export interface Upload {
	part: string;
	name: string;
	type?: string;
	content: Buffer | string;
}

const signedIn = ({ simulator }: Session) => ({
	authorization: bearerOf(simulator, apps.full, 5001),
});

/** Sends a form with files as a technician does. */
export async function upload<Body>(
	on: Session,
	path: string,
	files: readonly Upload[],
	fields: Record<string, string> = {},
): Promise<Pick<Answer<Body>, 'status' | 'body'>> {
	const form = new FormData();
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	for (const { part, name, type = 'text/plain', content } of files)
		form.append(part, new Blob([content], { type }), name);
	const url = `${on.simulator.url}${path}`;
	const answer = await fetch(url, { method: 'POST', headers: signedIn(on), body: form });
	const text = await answer.text();
	return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as Body };
}

/** Bytes at a path of the API, or at a signed address, which is asked for without a token. */
export async function bytesAt(on: Session, address: string) {
	const isSigned = address.startsWith('http');
	const answer = isSigned
		? await fetch(address)
		: await fetch(`${on.simulator.url}${address}`, { headers: signedIn(on) });
	return {
		status: answer.status,
		name: decodeURIComponent(answer.headers.get('content-disposition')?.split("''")[1] ?? ''),
		content: Buffer.from(await answer.arrayBuffer()),
	};
}

/** Content in which a byte that is lost or changed shows. */
export const largeContent = (size: number) =>
	Buffer.from(Uint8Array.from({ length: size }, (_, at) => (at * 31 + (at >> 8)) & 255));
