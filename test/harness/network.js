/** Keeps tests from the Internet: what connects to another machine fails at once. */
const { Socket } = require('node:net');

const { connect } = Socket.prototype;
const ours = /^(127\.0\.0\.1|localhost|::1)$/;

/** Node's own callers hand all arguments over as one list. */
const hostOf = ([first, second]) => {
	const options = Array.isArray(first) ? first[0] : first;
	if (typeof options === 'object') return options.path === undefined ? options.host : undefined;
	return typeof second === 'string' ? second : undefined;
};

Socket.prototype.connect = function (...given) {
	const host = hostOf(given);
	if (host === undefined || ours.test(host)) return connect.apply(this, given);
	return this.destroy(new Error(`Tests may not connect to ${host}`));
};
