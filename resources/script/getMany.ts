import { scripts } from '../../api/endpoints/scripts';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { languageOnly, wordingQuery } from '../fields/wording';

export const getMany = operation({
	name: 'Get Many',
	action: 'Get many scripts',
	description: 'List many scripts of the library',
	endpoints: [scripts.list],
	fields: languageOnly,
	request: ({ wording }) => call(scripts.list, { query: wordingQuery(wording) }),
});
