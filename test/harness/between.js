const http = require('node:http');

/** See between.d.ts. */
exports.createBetween = async (target) => {
	const between = { answer: () => undefined, sent: [], url: '', stop };
	const sockets = new Set();
	const timers = new Set();
	const server = http.createServer((request, response) => {
		const chunks = [];
		request.on('data', (chunk) => chunks.push(chunk));
		request.on('end', () => {
			const { pathname, search } = new URL(request.url, 'http://localhost');
			const body = Buffer.concat(chunks);
			const told = { method: request.method, path: pathname, search, body: String(body) };
			const isToken = pathname.startsWith('/ws/');
			if (!isToken) between.sent.push(told);
			const answer = isToken ? undefined : between.answer(told);
			if (answer?.raw) return sendRaw(response.socket, answer);
			if (answer && !answer.alter) {
				response.writeHead(answer.status, answer.headers);
				return response.end(answer.body);
			}
			forward(target, request, body, response, answer?.alter);
		});
	});
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.on('error', () => {});
		socket.on('close', () => sockets.delete(socket));
	});

	/** Bytes as they are, one after the other; the connection stays open unless it is to end. */
	function sendRaw(socket, { raw, everyMs = 0, ends = true }) {
		const [first, ...rest] = raw;
		if (first !== undefined) socket.write(first);
		if (rest.length > 0) {
			const timer = setTimeout(() => {
				timers.delete(timer);
				if (!socket.destroyed) sendRaw(socket, { raw: rest, everyMs, ends });
			}, everyMs);
			timers.add(timer);
		} else if (ends) {
			socket.end();
		}
	}

	async function stop() {
		for (const timer of timers) clearTimeout(timer);
		for (const socket of sockets) socket.destroy();
		await new Promise((done) => server.close(done));
	}

	await new Promise((done) => server.listen(0, '127.0.0.1', done));
	between.url = `http://127.0.0.1:${server.address().port}`;
	return between;
};

function forward(target, { method, url, headers }, body, response, alter) {
	const onward = http.request(`${target}${url}`, { method, headers, agent: false }, (answer) => {
		const chunks = [];
		answer.on('data', (chunk) => chunks.push(chunk));
		answer.on('end', () => {
			const whole = Buffer.concat(chunks);
			const isJson = /json/.test(answer.headers['content-type'] ?? '') && whole.length > 0;
			const sent =
				alter && isJson ? Buffer.from(JSON.stringify(alter(JSON.parse(String(whole))))) : whole;
			const { 'transfer-encoding': _, ...kept } = answer.headers;
			response.writeHead(answer.statusCode, {
				...kept,
				...(sent.length > 0 ? { 'content-length': sent.length } : {}),
			});
			response.end(sent);
		});
	});
	onward.on('error', () => response.destroy());
	onward.end(body);
}
