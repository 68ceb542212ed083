import { relatedItems } from '../../api/endpoints/relatedItems';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { signedUrlRows } from '../fields/signedUrls';
import { hostFields } from './entities';

export const getSignedUrls = operation({
	name: 'Get Signed URLs',
	action: 'Get signed URL of each file among related items',
	description:
		'Get an address for each file that is attached to a record. It works for a while and without signing in, so treat it like the file.',
	endpoints: [relatedItems.attachmentSignedUrls],
	fields: hostFields(),
	run: async (caller, path) =>
		signedUrlRows(await caller.send(call(relatedItems.attachmentSignedUrls, { path }))),
});
