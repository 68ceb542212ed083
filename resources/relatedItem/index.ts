import type { IDataObject } from 'n8n-workflow';
import { relatedItems } from '../../api/endpoints/relatedItems';
import { call } from '../../api/request';
import { eachOf } from '../../operations/eachOf';
import {
	atLeastOne,
	givenId,
	idList,
	optionalText,
	secretText,
	text,
} from '../../operations/fields';
import { inputFile, outputFile } from '../../operations/files';
import { operation, type Resource } from '../../operations/operation';
import { changedRows } from '../fields/answers';
import { deletedRows, recordIds } from '../fields/archive';
import { fileParts, keepDownload } from '../fields/fileTransfer';
import { signedUrls } from '../fields/signedUrls';
import { deleteAll } from './deleteAll';
import { hostFields, relatedType } from './entities';
import { getMany } from './getMany';
import { withoutSecrets } from './secure';

export const relatedItem: Resource = {
	name: 'Related Item',
	description: 'A link from one record to another, or a file or secret that is kept with a record',
	operations: {
		addSecure: operation({
			name: 'Add Secure',
			action: 'Add secure related item',
			description:
				'Keep a secret with a record: a password, a TOTP secret or notes. What is secret does not come out again.',
			endpoint: relatedItems.createSecure,
			fields: {
				...hostFields(),
				name: text({ displayName: 'Name', description: 'What the secret is called' }),
				url: optionalText({ displayName: 'URL', description: 'Where the secret is used' }),
				username: optionalText({
					displayName: 'Username',
					description: 'The user who signs in with it',
				}),
				password: secretText({
					displayName: 'Password',
					description: 'The password, stored encrypted in NinjaOne',
				}),
				totpSecret: secretText({
					displayName: 'TOTP Secret',
					description: 'The key from which one-time codes are made',
				}),
				notes: secretText({
					displayName: 'Notes',
					description: 'Notes on the secret; they are treated as secret, too',
				}),
			},
			fill: ({ entityType, entityId, ...body }) => ({
				path: { entityType, entityId },
				body,
				secrets: [body.password, body.totpSecret, body.notes].filter(
					(secret) => secret !== undefined,
				),
			}),
			rows: (answer, { entityType, entityId }) =>
				changedRows(answer, [{ entityType, entityId }]).map((row) => withoutSecrets(row)),
		}),

		attachFile: operation({
			name: 'Attach File',
			action: 'Attach file as related item',
			description: 'Upload a file and attach it to a record',
			endpoint: relatedItems.createAttachment,
			fields: { ...hostFields(), inputField: inputFile() },
			fill: async ({ inputField, ...path }, files) => ({
				path,
				form: await fileParts(files, 'file', [inputField]),
			}),
			rows: (answer, { entityType, entityId }) => changedRows(answer, [{ entityType, entityId }]),
		}),

		delete: operation({
			name: 'Delete',
			action: 'Delete related items',
			description: 'Delete one or more related items: links, attached files or secrets',
			endpoints: [relatedItems.delete],
			fields: { ids: recordIds('Related Item') },
			bulk: { what: 'related items', count: ({ ids }) => ids.length },
			async run({ send }, { ids }) {
				const paths = ids.map((relatedItemId) => ({ relatedItemId }));
				const about = (path: IDataObject) => path;
				return deletedRows(
					await eachOf(
						paths,
						about,
						async (path) => await send(call(relatedItems.delete, { path })),
					),
				);
			},
		}),

		deleteAll,

		downloadAttachment: operation({
			name: 'Download Attachment',
			action: 'Download attachment of related item',
			description: 'Get a file that is attached to a record as binary data',
			endpoints: [relatedItems.downloadAttachment],
			fields: {
				relatedItemId: givenId({
					displayName: 'Related Item ID',
					description: 'The numeric ID of the related item that is the attachment',
					placeholder: 'e.g. 6101',
				}),
				outputField: outputFile(),
			},
			run: async (caller, { outputField, ...path }) =>
				await keepDownload(
					caller,
					call(relatedItems.downloadAttachment, { path }),
					outputField,
					path,
				),
		}),

		getMany,

		getSignedUrls: operation({
			...signedUrls,
			action: 'Get signed URL of each file among related items',
			description:
				'Get an address for each file that is attached to a record. It works for a while and without signing in, so treat it like the file.',
			endpoint: relatedItems.attachmentSignedUrls,
			fields: hostFields(),
			fill: (path) => ({ path }),
		}),

		relate: operation({
			name: 'Relate',
			action: 'Relate records by related items',
			description: 'Link a record to one or several others',
			endpoints: [relatedItems.createRelation, relatedItems.createRelations],
			fields: {
				...hostFields(),
				relatedEntityType: relatedType(),
				relatedEntityIds: atLeastOne(
					idList({
						displayName: 'Related Entity IDs',
						description: 'Numeric IDs of the records to link to, comma-separated',
						placeholder: 'e.g. 12,15',
					}),
				),
			},
			bulk: { what: 'records', count: ({ relatedEntityIds }) => relatedEntityIds.length },
			request({ relatedEntityType: relEntityType, relatedEntityIds, ...path }) {
				const relations = relatedEntityIds.map((relEntityId) => ({ relEntityType, relEntityId }));
				return relations.length === 1
					? call(relatedItems.createRelation, { path, body: relations[0] })
					: call(relatedItems.createRelations, { path, body: relations });
			},
			rows: (answer, { relatedEntityType: relEntityType, relatedEntityIds, ...host }) =>
				changedRows(
					answer,
					relatedEntityIds.map((relEntityId) => ({ ...host, relEntityType, relEntityId })),
				),
		}),
	},
};
