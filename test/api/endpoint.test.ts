import {
	documentedSource,
	digest,
	digestsIn,
	rowsIn,
	type Document,
} from '../../scripts/documented';
import takes from '../../contracts/takes.json';
import { del, get, post } from '../../api/endpoint';
import { call } from '../../api/request';
import { whole, type Paging } from '../../api/paging';
import { readText } from '../rules/files.js';

describe('an endpoint', () => {
	it('is what its method and path say, where nothing else is said', () => {
		expect(get('/v2/contact/{id}')).toEqual({
			method: 'GET',
			path: '/v2/contact/{id}',
			effect: 'read',
			repeatable: true,
			goneMeansDone: false,
			scope: 'monitoring',
			answers: 'record',
		});
		expect(post('/v2/contacts')).toMatchObject({
			effect: 'write',
			repeatable: false,
			scope: 'management',
			answers: 'nothing',
		});
		expect(del('/v2/contact/{id}').repeatable).toBe(true);
	});

	it('with a paging answers with pages', () => {
		const list: { answers: 'pages'; paging: Paging } = get('/v2/contacts', { paging: whole });
		expect(list).toMatchObject({ answers: 'pages', paging: whole });
		// @ts-expect-error: a record is no list
		const record: { paging: Paging } = get('/v2/contact/{id}');
		expect(record.paging).toBeUndefined();
	});

	it('is of a path that NinjaOne documents, or says where it is known from', () => {
		// @ts-expect-error: no such path
		expect(get('/v2/contract/{id}').path).toBe('/v2/contract/{id}');
		// @ts-expect-error: a contact is not made with its ID
		expect(post('/v2/contact/{id}').method).toBe('POST');
		const known = get('/v2/contract/{id}', { undocumented: 'this test' });
		expect(known.undocumented).toBe('this test');
	});
});

describe('a call', () => {
	it('has the path and query names that NinjaOne documents', () => {
		const jobs = get('/v2/device/{id}/jobs', { paging: whole });
		expect(call(jobs, { path: { id: 1 }, query: { lang: 'en' } }).query).toEqual({ lang: 'en' });
		// @ts-expect-error: no such query parameter
		expect(call(jobs, { path: { id: 1 }, query: { language: 'en' } }).path).toEqual({ id: 1 });
		// @ts-expect-error: nothing for {id}
		expect(call(jobs, { query: {} }).path).toEqual({});
		const contact = get('/v2/contact/{id}');
		// @ts-expect-error: it takes no query
		expect(call(contact, { path: { id: 1 }, query: { lang: 'en' } }).path).toEqual({ id: 1 });
	});
});

describe('what the OpenAPI file has', () => {
	const document: Document = {
		info: { version: '1' },
		paths: {
			'/v2/things': {
				get: {
					tags: ['system'],
					parameters: [
						{ name: 'df', in: 'query', schema: { type: 'string' } },
						{ name: 'Accept', in: 'header' },
						{ $ref: '#/components/parameters/Size', name: '', in: '' },
					],
				},
				post: { tags: ['management'] },
			},
			'/v2/thing/{thing-id}': {
				parameters: [{ name: 'thing-id', in: 'path', required: true, schema: { type: 'integer' } }],
				delete: {
					tags: ['management'],
					parameters: [
						{ name: 'mode', in: 'query', schema: { type: 'string', enum: ['NOW', 'LATER'] } },
						{ name: 'force', in: 'query', schema: { type: 'boolean' } },
					],
				},
			},
		},
		components: {
			parameters: { Size: { name: 'pageSize', in: 'query', schema: { type: 'integer' } } },
		},
	};

	it('is written as types, one line a path', () => {
		expect(rowsIn(documentedSource(document)).split('\n')).toEqual([
			'export interface Documented {',
			"\t'/v2/thing/{thing-id}': { DELETE: { tag: 'management'; path: { 'thing-id': number }; query: { mode?: 'NOW' | 'LATER'; force?: boolean } } };",
			"\t'/v2/things': { GET: { tag: 'system'; query: { df?: string; pageSize?: number } }; POST: { tag: 'management' } };",
			'}',
			'',
		]);
	});

	it('is in the repository as it was generated, of the same file as the contracts', () => {
		const source = readText('api/endpoints/documented.ts');
		expect(digestsIn(source)).toEqual([takes.source.sha256, digest(rowsIn(source))]);
	});
});
