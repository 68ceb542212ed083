import {
	CustomFieldUpdateSchema,
	CustomFieldUpdatesSchema,
	NewCustomFieldSchema,
	NewCustomFieldsSchema,
} from '../../contracts';
import type { Routes } from '../context';
import { bodyOf, pathOf, queryOf } from '../input';
import { definitionPage } from '../paging';
import { listed } from '../query';
import { failure } from '../refusal';
import { define, definitionNamed, redefine, undefine } from '../state/definitions';

/** The definitions of custom fields. */
export const customFieldRoutes: Routes = (app, { state }) => {
	app.get('/v2/custom-fields', (request) => definitionPage(state.customFields, queryOf(request)));
	app.post(
		'/v2/custom-fields',
		(request) => define(state, [bodyOf(request, NewCustomFieldSchema)])[0],
	);

	const one = '/v2/custom-fields/field-name/:name';
	app.get(one, (request) => definitionNamed(state, pathOf(request, 'name')));
	app.put(one, (request) => {
		const { name } = definitionNamed(state, pathOf(request, 'name'));
		return redefine(state, [{ name, change: bodyOf(request, CustomFieldUpdateSchema) }])[0];
	});
	app.delete(one, (request, reply) => {
		undefine(state, [pathOf(request, 'name')]);
		return reply.code(204).send();
	});

	const bulk = '/v2/custom-fields/bulk';
	app.post(bulk, (request) => define(state, bodyOf(request, NewCustomFieldsSchema).customFields));
	app.put(bulk, (request) => {
		const { customFields } = bodyOf(request, CustomFieldUpdatesSchema);
		const changes = customFields.map((change) => {
			if (change.fieldName === undefined) throw failure(400, 'fieldName: Required');
			return { name: change.fieldName, change };
		});
		return redefine(state, changes);
	});
	app.delete(bulk, (request) => {
		const names = listed(queryOf(request), 'fieldNames') ?? [];
		if (names.length === 0) throw failure(400, 'Parameter fieldNames is required');
		undefine(state, names);
		return names;
	});

	app.get('/v2/device-custom-fields', (request) => {
		const scopes = listed(queryOf(request), 'scopes') ?? ['node'];
		for (const scope of scopes)
			if (!legacyScopes.includes(scope)) throw failure(400, `scopes: unknown scope ${scope}`);
		const wanted = scopes.includes('all') ? legacyScopes : scopes;
		return state.customFields.filter(({ definitionScope }) =>
			definitionScope.some((scope) => wanted.includes(scope.toLowerCase())),
		);
	});
};

/** End users are younger than this way of asking. */
const legacyScopes = ['all', 'node', 'location', 'organization'];
