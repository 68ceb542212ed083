import { randomBytes } from 'node:crypto';
import type { File } from '../../api/form';
import { withSimulator } from '../harness/simulated';
import { changesSentTo, ticketRunner } from '../harness/ticketing';

const simulator = withSimulator({ organizations: 2, devices: 20 });
const run = ticketRunner(simulator);
const { state } = simulator;

const mebibyte = 1024 ** 2;
const file = (fileName: string, content: Buffer): File => ({
	fileName,
	mimeType: 'application/octet-stream',
	content,
});

const newestEntry = (id: number) => state.ticketLog.of(state.tickets.get(id) as never).at(-1);

describe('a comment', () => {
	it('is private unless it is made public', async () => {
		const { json } = await run('addComment', { ticketId: 1001, comment: 'Looked at it' });
		expect(json).toEqual([{ success: true, ticketId: 1001, public: false, files: 0 }]);
		expect(newestEntry(1001)).toMatchObject({
			type: 'COMMENT',
			body: 'Looked at it',
			publicEntry: false,
		});
		await run('addComment', { ticketId: 1001, comment: 'Please restart', isPublic: true });
		expect(newestEntry(1001)).toMatchObject({ body: 'Please restart', publicEntry: true });
	});

	it('can be HTML, with the time spent', async () => {
		const commentOptions = { format: 'html', timeTracked: 15 };
		await run('addComment', { ticketId: 1002, comment: '<b>Done</b>', commentOptions });
		expect(newestEntry(1002)).toMatchObject({
			body: 'Done',
			htmlBody: '<b>Done</b>',
			timeTracked: 900,
		});
	});

	it('brings a file of 5 MB byte for byte, and others with it', async () => {
		const content = randomBytes(5 * mebibyte);
		const { json, error } = await run(
			'addComment',
			{ ticketId: 1003, comment: 'See the dump', inputFields: 'dump, log' },
			{ files: { dump: file('memory.dmp', content), log: file('log.txt', Buffer.from('log')) } },
		);
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ files: 2 }]);
		const names = newestEntry(1003)?.attachments?.map(({ name }) => name);
		expect(names).toEqual(['memory.dmp', 'log.txt']);
		const kept = state.files.all().find(({ fileName }) => fileName === 'memory.dmp');
		expect(kept?.content.equals(content)).toBe(true);
	});

	it('may be files alone', async () => {
		const { error } = await run(
			'addComment',
			{ ticketId: 1004, inputFields: 'log' },
			{ files: { log: file('only.txt', Buffer.from('log')) } },
		);
		expect(error).toBeUndefined();
		expect(newestEntry(1004)).toMatchObject({ publicEntry: false, body: '' });
	});

	it('is not sent without text and file', async () => {
		const { error } = await run('addComment', { ticketId: 1001, comment: ' ' });
		expect(error?.message).toMatch(/"Comment" is empty, and there is no file/);
		expect(changesSentTo(simulator)).toEqual([]);
	});

	it('is not sent where a file is missing', async () => {
		const given = { ticketId: 1001, comment: 'See the dump', inputFields: 'dump' };
		const { error } = await run('addComment', given);
		expect(error?.message).toMatch(/dump/);
		expect(changesSentTo(simulator)).toEqual([]);
	});

	it('shows its files by name and size in a dry run', async () => {
		const { json } = await run(
			'addComment',
			{ ticketId: 1001, comment: 'x', inputFields: 'log', options: { dryRun: true } },
			{ files: { log: file('log.txt', Buffer.from('log')) } },
		);
		expect(JSON.stringify(json)).toContain('log.txt (application/octet-stream, 3 bytes)');
		expect(changesSentTo(simulator)).toEqual([]);
	});

	it.each(['={{ "" }}', 'abc', '-1', '../1'])(
		'needs the number of a ticket, not %j',
		async (ticketId) => {
			const { error } = await run('addComment', { ticketId, comment: 'x' });
			expect(error?.message).toMatch(/"Ticket ID" (is|came out empty)/);
			expect(changesSentTo(simulator)).toEqual([]);
		},
	);
});
