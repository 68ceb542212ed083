/** A mail server on loopback that keeps what it is sent. */

import { createServer } from 'node:net';

const REPLIES = { DATA: '354 go on', QUIT: '221 bye' };

/** @returns {Promise<{ port: number, mails: string[], close: () => Promise<void> }>} mails as their source, the text readable */
export async function openMailbox() {
	const mails = [];
	const server = createServer((socket) => {
		let mail;
		let rest = '';
		socket.write('220 ready\r\n');
		socket.on('data', (chunk) => {
			const lines = (rest + chunk).split('\r\n');
			rest = lines.pop();
			for (const line of lines) {
				if (mail && line !== '.') {
					mail.push(line);
					continue;
				}
				if (mail) mails.push(readable(mail.join('\r\n')));
				mail = line === 'DATA' ? [] : undefined;
				socket.write(`${REPLIES[line] ?? '250 fine'}\r\n`);
			}
		});
		socket.on('error', () => {});
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: server.address().port,
		mails,
		close: () => new Promise((resolve) => server.close(resolve)),
	};
}

/** Quoted-printable (RFC 2045) undone. */
const readable = (source) =>
	source
		.replace(/=\r\n/g, '')
		.replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
