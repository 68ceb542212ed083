import { checklistsPromote, checklistsPromoteWithName } from '../../api/endpoints/checklists';
import { call } from '../../api/request';
import { optionalText } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { checklistEndpoints, checklistFields, checklistIdOf } from '../fields/checklists';

export const promote = operation({
	name: 'Promote',
	action: 'Promote checklist to template',
	description: 'Make a checklist template of a checklist, which itself stays what it is',
	endpoints: [checklistsPromote, checklistsPromoteWithName, ...checklistEndpoints],
	fields: {
		...checklistFields(),
		templateName: optionalText({
			displayName: 'Template Name',
			description: 'What to call the template; like the checklist where it is empty',
		}),
	},
	async run(caller, { templateName: name, ...which }) {
		const id = await checklistIdOf(caller, which);
		await caller.send(
			name === undefined
				? call(checklistsPromote, { body: [id] })
				: call(checklistsPromoteWithName, { body: [{ id, name }] }),
		);
		return [
			{ success: true, checklistId: id, ...(name === undefined ? {} : { templateName: name }) },
		];
	},
});
