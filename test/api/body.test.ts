import { AnswerTooLarge, readBody } from '../../api/body';

async function* stream(...pieces: string[]) {
	for (const piece of pieces) yield await Promise.resolve(Buffer.from(piece));
}

describe('a body', () => {
	it('is read to its end, wherever it is cut on the way', async () => {
		const bytes = Buffer.from('M\u00fcller');
		async function* halves() {
			yield await Promise.resolve(bytes.subarray(0, 2));
			yield await Promise.resolve(bytes.subarray(2));
		}
		expect(String(await readBody(halves()))).toBe('M\u00fcller');
	});

	it('is given up once it has more bytes than are read, whatever it announced', async () => {
		let pieces = 0;
		async function* endless() {
			for (;;) {
				pieces += 1;
				yield await Promise.resolve(Buffer.alloc(10));
			}
		}
		await expect(readBody(endless(), { 'content-length': '5' }, 100)).rejects.toThrow(
			AnswerTooLarge,
		);
		expect(pieces).toBe(11);
	});

	it('is not begun where it announces too much', async () => {
		const body = stream('{}');
		await expect(readBody(body, { 'content-length': '101' }, 100)).rejects.toThrow(AnswerTooLarge);
		expect((await body.next()).done).toBe(false);
	});

	it.each([
		['bytes', Buffer.from('{}'), '{}'],
		['text', '{}', '{}'],
		['JSON that is parsed already', { a: 1 }, '{"a":1}'],
		['nothing', undefined, ''],
	])('may come as %s', async (_, body, text) => {
		expect(String(await readBody(body))).toBe(text);
	});
});
