/** Ends requests over HTTP as their time-out does, without waiting for it; TypeScript under strict lint may not. */
const { subscribe, unsubscribe } = require('node:diagnostics_channel');

const channel = 'http.client.request.start';
const waiting = new Set();
const timeouts = [];

function remember({ request }) {
	waiting.add(request);
	request.once('close', () => waiting.delete(request));
}

const watchRequests = () => subscribe(channel, remember);

function unwatchRequests() {
	unsubscribe(channel, remember);
	waiting.clear();
	timeouts.length = 0;
}

function timeOut({ method, url }) {
	for (const request of waiting) {
		if (request.method !== method || request.path !== url) continue;
		timeouts.push(request.socket.timeout);
		request.emit('timeout');
	}
}

module.exports = { timeOut, timeouts, unwatchRequests, watchRequests };
