import { bareClient, readReport } from '../bareClient';

const path = '/v2/queries/software';

/** Reads software rows as parsed JSON; the rows are what is kept. */
export async function prepare({ url, rows }: { url: string; rows: number }) {
	const read = await bareClient(url);
	await readReport(read, path, 1);
	return async () => await readReport(read, path, rows);
}
