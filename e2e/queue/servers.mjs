/** Redis and PostgreSQL on loopback, with data that goes with the scenario. */

import { chmod, chown, mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort, run, startServer } from '../../playground/processes.mjs';
import { until } from '../lib/until.mjs';
import { find } from './programs.mjs';

const HOST = '127.0.0.1';

/** Users who may run PostgreSQL where we are root, which it refuses. */
const SERVANTS = ['postgres', 'nobody'];

/**
 * @typedef {object} Server
 * @property {Record<string, string>} settings with which n8n finds it
 * @property {() => Promise<boolean>} accepts whether its port is open
 * @property {() => Promise<void>} stop
 */

/**
 * @param {import('../lib/context.mjs').Context} context
 * @returns {Promise<Server>}
 */
export async function startRedis({ data, folder }) {
	const { bin, env } = await find(['redis-server'], 'redis-server', data);
	const port = await freePort();
	const home = join(data, 'redis');
	await mkdir(home);
	const server = startServer({
		name: 'Redis',
		command: join(bin, 'redis-server'),
		args: [
			'--bind',
			HOST,
			'--port',
			String(port),
			'--dir',
			home,
			'--save',
			'',
			'--appendonly',
			'no',
		],
		env,
		log: join(folder, 'redis.log'),
	});
	await until('Redis accepts connections', () => accepts(port));
	return {
		settings: { QUEUE_BULL_REDIS_HOST: HOST, QUEUE_BULL_REDIS_PORT: String(port) },
		accepts: () => accepts(port),
		stop: server.stop,
	};
}

/**
 * @param {import('../lib/context.mjs').Context} context
 * @returns {Promise<Server>}
 */
export async function startPostgres({ data, folder }) {
	const { bin, env } = await find(['initdb', 'postgres', 'pg_isready'], 'postgresql', data);
	const port = await freePort();
	const home = join(data, 'postgres');
	const user = await homeOfItsOwn(home, data);
	const identity = ['--username=n8n', '--auth=trust', '--encoding=UTF8', '--no-locale'];
	await run(join(bin, 'initdb'), ['--no-sync', ...identity, '-D', home], {
		env,
		cwd: home,
		...user,
	});
	const options = { port, listen_addresses: HOST, unix_socket_directories: '', fsync: 'off' };
	const server = startServer({
		name: 'PostgreSQL',
		command: join(bin, 'postgres'),
		args: [
			'-D',
			home,
			...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
		],
		env,
		cwd: home,
		...user,
		log: join(folder, 'postgres.log'),
	});
	const isReady = () => run(join(bin, 'pg_isready'), ['-h', HOST, '-p', String(port)], { env });
	await until('PostgreSQL is ready', () =>
		isReady().then(
			() => true,
			() => false,
		),
	);
	return {
		settings: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: HOST,
			DB_POSTGRESDB_PORT: String(port),
			DB_POSTGRESDB_USER: 'n8n',
			DB_POSTGRESDB_DATABASE: 'postgres',
		},
		accepts: () => accepts(port),
		stop: server.stop,
	};
}

/** Makes the folder, and gives the user who is to own it and to run the server: us, unless we are root. */
async function homeOfItsOwn(home, data) {
	await mkdir(home, { mode: 0o700 });
	if (process.getuid() !== 0) return {};
	const user = await firstKnown(SERVANTS);
	await chown(home, user.uid, user.gid);
	await chmod(data, 0o711);
	return user;
}

async function firstKnown([name, ...others]) {
	try {
		const [uid, gid] = await Promise.all(['-u', '-g'].map((which) => run('id', [which, name])));
		return { uid: Number(uid), gid: Number(gid) };
	} catch (error) {
		if (others.length === 0) throw error;
		return await firstKnown(others);
	}
}

function accepts(port) {
	return new Promise((resolve) => {
		const socket = connect(port, HOST);
		const answer = (open) => () => {
			socket.destroy();
			resolve(open);
		};
		socket.once('connect', answer(true)).once('error', answer(false));
	});
}
