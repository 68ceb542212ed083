import { checklists } from '../../api/endpoints/checklists';
import { call } from '../../api/request';
import { optionalText } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { checklistEndpoints, checklistFields, checklistIdOf } from '../fields/interim';

export const promote = operation({
	name: 'Promote',
	action: 'Promote checklist to template',
	description: 'Make a checklist template of a checklist, which itself stays what it is',
	endpoints: [checklists.promote, checklists.promoteWithName, ...checklistEndpoints],
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
				? call(checklists.promote, { body: [id] })
				: call(checklists.promoteWithName, { body: [{ id, name }] }),
		);
		return [
			{ success: true, checklistId: id, ...(name === undefined ? {} : { templateName: name }) },
		];
	},
});
