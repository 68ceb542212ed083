import type { Routes } from '../context';
import { definitionPage } from '../paging';
import { listed } from '../query';
import { failure } from '../refusal';
import { serve } from '../serve';
import { define, definitionNamed, redefine, undefine } from '../state/definitions';

/** The definitions of custom fields. */
export const customFieldRoutes: Routes = (app, { state }) =>
	serve(app, {
		'GET /v2/custom-fields': ({ query }) => definitionPage(state.customFields, query),
		'POST /v2/custom-fields': ({ body }) => define(state, [body])[0],
		'GET /v2/custom-fields/field-name/{fieldName}': ({ path }) =>
			definitionNamed(state, path('fieldName')),
		'PUT /v2/custom-fields/field-name/{fieldName}': ({ path, body: change }) =>
			redefine(state, [{ name: path('fieldName'), change }])[0],
		'DELETE /v2/custom-fields/field-name/{fieldName}': ({ path }) =>
			undefine(state, [path('fieldName')]),

		'POST /v2/custom-fields/bulk': ({ body }) => define(state, body.customFields),
		'PUT /v2/custom-fields/bulk': ({ body }) => {
			const changes = body.customFields.map((change) => {
				if (change.fieldName === undefined) throw failure(400, 'fieldName: Required');
				return { name: change.fieldName, change };
			});
			return redefine(state, changes);
		},
		'DELETE /v2/custom-fields/bulk': ({ query }) => {
			const names = listed(query, 'fieldNames') ?? [];
			if (names.length === 0) throw failure(400, 'Parameter fieldNames is required');
			undefine(state, names);
			return names;
		},

		'GET /v2/device-custom-fields': ({ query }) => {
			const scopes = listed(query, 'scopes') ?? ['node'];
			const unknown = scopes.find((scope) => !legacyScopes.includes(scope));
			if (unknown !== undefined) throw failure(400, `scopes: unknown scope ${unknown}`);
			const wanted = scopes.includes('all') ? legacyScopes : scopes;
			return state.customFields.filter(({ definitionScope }) =>
				definitionScope.some((scope) => wanted.includes(scope.toLowerCase())),
			);
		},
	});

/** End users are younger than this way of asking. */
const legacyScopes = ['all', 'node', 'location', 'organization'];
