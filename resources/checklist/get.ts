import { checklists } from '../../api/endpoints/checklists';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { checklistEndpoints, checklistFields, checklistIdOf } from '../fields/interim';
import { simplifyChecklist } from './simplify';

export const get = operation({
	name: 'Get',
	action: 'Get checklist',
	description: 'Get one checklist with its tasks',
	endpoints: [checklists.get, ...checklistEndpoints],
	fields: checklistFields(),
	async run(caller, given) {
		const path = { checklistId: await checklistIdOf(caller, given) };
		return [await caller.send(call(checklists.get, { path }))];
	},
	simplify: simplifyChecklist,
});
