import { takesOf, type OpenApi } from '../harness/openApi';
import type { SentRequest } from '../harness/sent';
import { coverage } from '../harness/takes';

const file: OpenApi = {
	paths: {
		'/v2/things': {
			get: {
				parameters: [
					{ name: 'df', in: 'query' },
					{ name: 'Accept', in: 'header' },
					{ $ref: '#/components/parameters/Size' },
				],
			},
			post: { requestBody: json({ $ref: '#/components/schemas/Thing' }) },
		},
		'/v2/things/bulk': {
			put: { requestBody: json({ items: { $ref: '#/components/schemas/Part' } }) },
		},
		'/v2/thing/{id}': { delete: {} },
		'/v2/thing/{id}/file': {
			post: {
				requestBody: {
					content: {
						'multipart/form-data': {
							schema: {
								properties: {
									about: { $ref: '#/components/schemas/Part' },
									file: { $ref: '#/components/schemas/FormPart' },
								},
							},
						},
					},
				},
			},
		},
	},
	components: {
		parameters: { Size: { name: 'pageSize', in: 'query' } },
		schemas: {
			Thing: {
				allOf: [{ $ref: '#/components/schemas/Part' }],
				properties: { inside: { items: { $ref: '#/components/schemas/Thing' } } },
			},
			Part: { properties: { name: {}, size: { properties: { cm: {} } } } },
			FormPart: { properties: { formDataContentDisposition: {}, headers: {} } },
		},
	},
} as OpenApi;

function json(schema: object) {
	return { content: { 'application/json': { schema } } };
}

const takes = takesOf(file);

const request = (method: string, path: string, more: Partial<SentRequest>): SentRequest => ({
	method,
	path,
	query: {},
	...more,
});

it('derives from an OpenAPI file what each endpoint takes, at every depth', () => {
	expect(takes).toEqual({
		'GET /v2/things': { query: ['df', 'pageSize'], body: [] },
		'POST /v2/things': { query: [], body: ['inside', 'name', 'size', 'size.cm'] },
		'PUT /v2/things/bulk': { query: [], body: ['[].name', '[].size', '[].size.cm'] },
		'POST /v2/thing/{id}/file': {
			query: [],
			body: ['about', 'about.name', 'about.size', 'about.size.cm', 'file'],
		},
	});
});

describe('what was sent', () => {
	const inUse = [
		{ method: 'GET', path: '/v2/things' },
		{ method: 'PUT', path: '/v2/things/bulk' },
		{ method: 'PUT', path: '/v2/things/{name}' },
		{ method: 'POST', path: '/v2/thing/{id}/file' },
	];
	const sent = [
		request('GET', '/v2/things', { query: { df: 'class=MAC' } }),
		request('PUT', '/v2/things/bulk', { body: [{ name: 'a' }, { size: {} }] }),
		request('POST', '/v2/thing/1/file', {
			contentType: 'multipart/form-data; boundary=x',
			body: { about: '{"name":"a"}', files: [{ field: 'file' }] },
		}),
	];

	it('is counted by name, and what no request has is named', () => {
		expect(coverage(takes, sent, { inUse, unsent: [] })).toEqual({
			query: { sent: 1, taken: 2 },
			body: { sent: 5, taken: 8 },
			missing: [
				'GET /v2/things: query pageSize',
				'PUT /v2/things/bulk: body [].size.cm',
				'POST /v2/thing/{id}/file: body about.size',
				'POST /v2/thing/{id}/file: body about.size.cm',
			],
			unneeded: [],
		});
	});

	it('may leave out what has a reason, and a reason that is not needed is named', () => {
		const reason = 'Pages have a size of their own';
		const { missing, unneeded } = coverage(takes, sent, {
			inUse,
			unsent: [
				{ requests: ['GET /v2/things'], query: ['pageSize', 'df', 'gone'], reason },
				{ requests: ['PUT /v2/things/bulk'], body: ['[].size.cm'], reason },
			],
		});
		expect(missing).toHaveLength(2);
		expect(unneeded).toEqual(['GET /v2/things: query df', 'GET /v2/things: query gone']);
	});
});
