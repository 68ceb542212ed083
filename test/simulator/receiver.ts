import fastify from 'fastify';

/** A delivery as it arrived. */
export interface Received {
	headers: Record<string, unknown>;
	body: Record<string, unknown> & { id: number };
}

/** What becomes of a delivery: a status, perhaps later, or a cut connection, or silence. */
export type Reaction = number | Promise<number> | 'cut' | 'silence';

/** A web service that webhooks deliver to. */
export interface Receiver {
	readonly url: string;
	/** In the order of arrival, refused ones too. */
	readonly received: Received[];
	ids(): number[];
	/** Reactions to what comes next, one by one. */
	next: Reaction[];
	/** The reaction once `next` is empty. */
	usual: Reaction;
	stop(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
	const app = fastify({ forceCloseConnections: true });
	const received: Received[] = [];
	const address = await listen();
	const receiver: Receiver = {
		url: `${address}/hook`,
		received,
		ids: () => received.map(({ body }) => body.id),
		next: [],
		usual: 200,
		stop: () => app.close(),
	};
	return receiver;

	function listen() {
		app.post('/hook', async (request, reply) => {
			received.push({ headers: request.headers, body: request.body as Received['body'] });
			const reaction = await (receiver.next.shift() ?? receiver.usual);
			if (typeof reaction === 'number') return reply.code(reaction).send();
			if (reaction === 'cut') request.raw.socket.destroy();
			return new Promise(() => undefined);
		});
		return app.listen({ port: 0, host: '127.0.0.1' });
	}
}

/** A reaction that is decided later. */
export function undecided() {
	let decide: (status: number) => void = () => undefined;
	const reaction = new Promise<number>((resolve) => {
		decide = resolve;
	});
	return { reaction, decide };
}
