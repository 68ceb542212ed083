import { articles } from '../../api/endpoints/articles';
import { organizations } from '../../api/endpoints/organizations';
import { call } from '../../api/request';
import { someInputFiles } from '../../operations/files';
import { operation } from '../../operations/operation';
import { changedRows } from '../fields/answers';
import { fileParts } from '../fields/fileTransfer';
import { placeFields, placeOf } from '../fields/knowledgeBasePlace';

export const upload = operation({
	name: 'Upload',
	action: 'Upload files as knowledge base articles',
	description:
		'Make an article of each file, for one organization or for all. NinjaOne scans files before they can be read.',
	endpoints: [articles.upload, organizations.list],
	fields: { inputFields: someInputFiles(), ...placeFields() },
	async run(caller, { inputFields, ...given }) {
		const place = placeOf(given);
		const form = [
			...Object.entries(place).map(([name, value]) => ({ name, value: value as string | number })),
			...(await fileParts(caller, 'files', inputFields)),
		];
		return changedRows(await caller.send(call(articles.upload, { form })), [{ inputFields }]);
	},
});
