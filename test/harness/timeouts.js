/** Ends requests over HTTP as their time-out does, without waiting for it; TypeScript under strict lint may not. */
const { subscribe, unsubscribe } = require('node:diagnostics_channel');

const channel = 'http.client.request.start';
const waiting = new Set();

function remember({ request }) {
	waiting.add(request);
	request.once('close', () => waiting.delete(request));
}

const watchRequests = () => subscribe(channel, remember);

function unwatchRequests() {
	unsubscribe(channel, remember);
	waiting.clear();
}

function timeOut({ method, url }) {
	for (const request of waiting) {
		if (request.method === method && request.path === url) request.emit('timeout');
	}
}

module.exports = { timeOut, unwatchRequests, watchRequests };
