import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { AttachmentMetadata } from '../../contracts';
import { problemOfFile } from '../../api/typedFields/attachments';
import { contentIdOf, fileOfContent } from '../../simulator/state/attachments';
import { technicianOf } from '../harness/credentials';
import { runNode } from '../harness/engine';
import { withSimulator } from '../harness/simulated';

const simulator = withSimulator({ devices: 10, organizations: 2 });

const byId = (value: number) => ({ __rl: true, mode: 'id', value });
const map = (value: IDataObject) => ({ mappingMode: 'defineBelow', value }) as INodeParameters;

const files = {
	data: { fileName: 'order.pdf', mimeType: 'application/pdf', content: Buffer.from('signed') },
	plan: { fileName: 'plan.png', mimeType: 'image/png', content: Buffer.from('first floor') },
};

const run = async (parameters: INodeParameters, items?: IDataObject[]) =>
	await runNode({ parameters, items, files, credential: technicianOf(simulator) });
const changes = () =>
	simulator.requests
		.matching({ path: /^\/v2\// })
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path, query }) => ({ method, path, ...query }));
const upload = (entityType: string) => ({
	method: 'POST',
	path: '/v2/attachments/temp/upload',
	entityType,
});

/** What is in the file that a value refers to. */
const contentOf = (value: unknown) =>
	String(fileOfContent(simulator.state, (value as AttachmentMetadata).contentId)?.content);

const customField = (values: IDataObject, more: INodeParameters = {}) => ({
	resource: 'customField',
	operation: 'update',
	entityType: 'NODE',
	deviceId: byId(1),
	values: map(values),
	...more,
});
const valueOf = (id: number) =>
	simulator.state.fieldValues.readable({ scope: 'NODE', id }).handoverRecord;

describe('an attachment field is written from a binary field of the item', () => {
	it('of a device', async () => {
		const { json, error } = await run(customField({ handoverRecord: 'data', deviceSeatCount: 2 }));
		expect(error).toBeUndefined();
		expect(json).toMatchObject([{ success: true, updated: ['handoverRecord', 'deviceSeatCount'] }]);
		expect(changes()).toEqual([
			upload('NODE'),
			{ method: 'PATCH', path: '/v2/device/1/custom-fields' },
		]);
		expect(valueOf(1)).toMatchObject({ name: 'order.pdf', mimeType: 'application/pdf' });
		expect(contentOf(valueOf(1))).toBe('signed');
	});

	it('from a column of the item, by the label of the field', async () => {
		const values = { mappingMode: 'autoMapInputData', value: null };
		const { error } = await run({ ...customField({}), values, deviceId: byId(2) }, [
			{ 'Handover record': 'plan' },
		]);
		expect(error).toBeUndefined();
		expect(contentOf(valueOf(2))).toBe('first floor');
	});

	it('of many records, with an upload of its own for each', async () => {
		const { json } = await run({
			...customField({ handoverRecord: 'data' }, { operation: 'updateMany', entityIds: '3,4' }),
		});
		expect(json).toMatchObject([{ success: true }, { success: true }]);
		expect([contentOf(valueOf(3)), contentOf(valueOf(4))]).toEqual(['signed', 'signed']);
		expect(valueOf(3)).not.toEqual(valueOf(4));
	});

	it('of a document, new or changed, and of many at once', async () => {
		const document = { resource: 'document', templateId: byId(3103) };
		const made = await run({
			...document,
			operation: 'create',
			organizationId: byId(1),
			name: 'Ledger',
			fields: map({ Vendor: 'Example', Manual: 'data' }),
		});
		expect(made.error).toBeUndefined();
		expect(changes()[0]).toEqual(upload('DOCUMENT'));
		const [{ documentId, values }] = made.json as Array<{
			documentId: number;
			values: IDataObject;
		}>;
		expect(contentOf(values.manual)).toBe('signed');

		await run({
			...document,
			operation: 'update',
			documentId: byId(documentId),
			fields: map({ manual: 'plan' }),
		});
		const kept = () => simulator.state.documentation.documents.get(documentId)?.values.manual.value;
		expect(contentOf(kept())).toBe('first floor');

		const entry = { organization: 1, template: 3103 };
		const many = await run({
			resource: 'document',
			operation: 'createMany',
			documents: [
				{ ...entry, name: 'A', fields: { Vendor: 'A', Manual: 'data' } },
				{ ...entry, name: 'B', fields: { Vendor: 'B', Manual: 'plan' } },
			] as never,
		});
		const rows = many.json as Array<{ values: IDataObject }>;
		expect(rows.map(({ values: each }) => contentOf(each.manual))).toEqual([
			'signed',
			'first floor',
		]);
	});

	it('of a ticket, new or changed', async () => {
		const attributes = (signed: string) => map({ 'Cost center': '1', 'Signed order': signed });
		const made = await run({
			resource: 'ticket',
			operation: 'create',
			organizationId: byId(1),
			ticketFormId: 'Purchase',
			subject: 'New printer',
			attributes: attributes('data'),
		});
		expect(made.error).toBeUndefined();
		expect(changes()).toEqual([upload('TICKET'), { method: 'POST', path: '/v2/ticketing/ticket' }]);
		const ticketId = made.json[0].id as number;
		const kept = () =>
			simulator.state.tickets
				.get(ticketId)
				?.attributeValues.find(({ attributeId }) => attributeId === 114)?.value;
		expect(contentOf(kept())).toBe('signed');

		const update = { resource: 'ticket', operation: 'update', ticketId };
		await run({ ...update, attributes: map({ 'Signed order': 'plan' }) });
		expect(contentOf(kept())).toBe('first floor');
		const before = kept();
		await run({ ...update, updateFields: { priority: 'HIGH' } });
		expect(kept()).toEqual(before);
	});

	it('or from an attachment that NinjaOne has already, without an upload', async () => {
		const file = simulator.state.files.all()[0];
		const attachment = { contentId: contentIdOf(file), name: file.fileName };
		await run(customField({ handoverRecord: attachment }, { deviceId: byId(5) }));
		await run(customField({ handoverRecord: JSON.stringify(attachment) }, { deviceId: byId(6) }));
		expect([valueOf(5), valueOf(6)]).toEqual([attachment, attachment]);
		expect(changes().map(({ method }) => method)).toEqual(['PATCH', 'PATCH']);
	});
});

describe('nothing is sent', () => {
	it.each([
		['a binary field that the item has not', 'scan', /"Handover record" .* none called "scan"/],
		['an address', 'https://example.com/a.pdf', /takes the name of a binary field/],
		['a number', 12, /"Handover record" takes a file, and was given "12"/],
		['an object without contentId', { name: 'a.pdf' }, /takes a file/],
	])('for %s', async (_, given, message) => {
		const { error } = await run(customField({ deviceSeatCount: 1, handoverRecord: given }));
		expect(error?.message).toMatch(message);
		expect(changes()).toEqual([]);
	});

	it('for a file that the field does not accept', async () => {
		const field = simulator.state.customFields.find(({ name }) => name === 'handoverRecord')!;
		const { content } = field;
		field.content = { ...content, advancedSettings: { fileExtensions: ['.docx', 'png'] } as never };
		const { error } = await run(customField({ handoverRecord: 'data' }));
		expect(error?.message).toMatch(
			/"Handover record" takes files of the kinds docx, png, .*order.pdf/,
		);
		expect(changes()).toEqual([]);
		field.content = content;
	});

	it('in a dry run, which shows the upload as the first request', async () => {
		const dry = { options: { dryRun: true } };
		const { json } = await run(customField({ handoverRecord: 'data' }, dry));
		expect(json).toMatchObject([
			{ dryRun: true, method: 'POST', url: '/v2/attachments/temp/upload?entityType=NODE' },
		]);
		expect(changes()).toEqual([]);
	});

	it('to the record where the upload fails', async () => {
		simulator.faults.add({ kind: 'status', status: 403, path: '/v2/attachments/temp/upload' });
		const { error } = await run(customField({ handoverRecord: 'data' }));
		expect(error?.message).toMatch(/403|right|permission/i);
		expect(changes().map(({ method }) => method)).toEqual(['POST']);
	});
});

describe('the size of a file', () => {
	const file = (megabytes: number) => ({
		fileName: 'a.bin',
		mimeType: 'application/octet-stream',
		content: Buffer.alloc(megabytes * 1024 * 1024),
	});

	it.each([
		['20 MB where the field says nothing', {}, 20, 21],
		['what the field says in megabytes', { fileMaxSize: 2 }, 2, 3],
		['what it says in bytes', { fileMaxSize: 1_048_576 }, 1, 2],
	])('is at most %s', (_, limits, most, more) => {
		expect(problemOfFile(file(most), limits)).toBeUndefined();
		expect(problemOfFile(file(more), limits)).toMatch(/takes files of at most .* MB/);
	});
});
