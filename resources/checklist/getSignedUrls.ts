import { checklists } from '../../api/endpoints/checklists';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { checklistEndpoints, checklistFields, checklistIdOf } from '../fields/interim';
import { signedUrlRows } from '../fields/signedUrls';

export const getSignedUrls = operation({
	name: 'Get Signed URLs',
	action: 'Get signed URL of each file of checklist',
	description:
		'Get an address for each file in the texts of a checklist. It works for a while and without signing in, so treat it like the file.',
	endpoints: [checklists.signedUrls, ...checklistEndpoints],
	fields: checklistFields(),
	async run(caller, given) {
		const path = { checklistId: await checklistIdOf(caller, given) };
		return signedUrlRows(await caller.send(call(checklists.signedUrls, { path })));
	},
});
