import type { IExecuteFunctions } from 'n8n-workflow';
import { plainRequest } from '../api/request';
import type { Values } from './field';
import type { Caller, Operation } from './operation';

/**
 * Lets an operation go as far as its first request, which is put together and not sent: what is wrong with an item and
 * can be found without NinjaOne is found before anything is done.
 * @throws what the operation throws before its first request
 */
export async function checkItem(
	{ helpers }: IExecuteFunctions,
	item: number,
	operation: Operation,
	values: Values,
): Promise<void> {
	let isReached = false;
	const files: string[] = [];
	const stop = async (): Promise<never> => {
		isReached = true;
		throw new Error('NinjaOne is not asked yet');
	};
	const caller: Caller = {
		async send(call) {
			plainRequest(call);
			return await stop();
		},
		async readFile(field) {
			files.push(field);
			return await stop();
		},
		list: stop,
		rows: stop,
		rowsOnce: stop,
		keepFile: stop,
		upToLimit: (made) => made,
		hint: () => {},
		facts: stop,
		bookmark: stop,
		follow: stop,
		shared: async (_, make) => await make(),
		inSequence: async (_, work) => await work(),
	};
	await operation.check(caller, values).catch((error: unknown) => {
		// After it, an operation may tell of an answer that it has never had.
		if (!isReached) throw error;
	});
	for (const field of files) helpers.assertBinaryData(item, field);
}
