import type { IDataObject } from 'n8n-workflow';
import { checklist } from '../../api/endpoints/checklists';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { checklistEndpoints, checklistFields, checklistIdOf } from '../fields/checklists';
import { simplifyChecklist } from './simplify';

export const get = operation({
	name: 'Get',
	action: 'Get checklist',
	description: 'Get one checklist with its tasks',
	endpoints: [checklist, ...checklistEndpoints],
	fields: checklistFields(),
	async run(caller, given) {
		const path = { checklistId: await checklistIdOf(caller, given) };
		return [(await caller.send(call(checklist, { path }))) as IDataObject];
	},
	simplify: simplifyChecklist,
});
