import { runNode } from '../harness/engine';
import { credentialFor, withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 10, organizations: 1 });

const files = {
	data: { fileName: 'a.png', mimeType: 'image/png', content: Buffer.from('first') },
	other: { fileName: 'b.txt', mimeType: 'text/plain', content: Buffer.from('second') },
};
const upload = async (inputFields: string, options = {}) =>
	await runNode({
		parameters: {
			resource: 'attachment',
			operation: 'uploadTemporary',
			entityType: 'DOCUMENT',
			inputFields,
			options,
		},
		credential: credentialFor(simulator),
		files,
	});
const uploads = () => simulator.requests.matching({ method: 'POST', path: /temp\/upload$/ });

it('files are staged in one request, with a content ID for each', async () => {
	const { json } = await upload('data, other');
	expect(json).toMatchObject([
		{ name: 'a.png', mimeType: 'image/png', size: '5' },
		{ name: 'b.txt', mimeType: 'text/plain', size: '6' },
	]);
	expect(new Set(json.map(({ contentId }) => contentId)).size).toBe(2);
	expect(uploads()).toHaveLength(1);
	expect(uploads()[0].query).toEqual({ entityType: 'DOCUMENT' });
	const kept = simulator.state.files.all().map(({ content }) => String(content));
	expect(kept).toEqual(['first', 'second']);
});

it('a dry run names the files and leaves their content out', async () => {
	const { json } = await upload('data', { dryRun: true });
	expect(json).toEqual([
		{
			dryRun: true,
			method: 'POST',
			url: '/v2/attachments/temp/upload?entityType=DOCUMENT',
			form: [{ name: 'files', value: 'a.png (image/png, 5 bytes)' }],
		},
	]);
	expect(uploads()).toEqual([]);
});

it.each([
	['={{ "" }}', /"Input Binary Fields" came out empty/],
	['data,scan', /scan/],
])('nothing is sent for the fields "%s"', async (inputFields, message) => {
	const { error } = await upload(inputFields);
	expect(error?.message).toMatch(message);
	expect(uploads()).toEqual([]);
});
