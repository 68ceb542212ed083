import { groups } from '../../api/endpoints/groups';
import { policies } from '../../api/endpoints/policies';
import { roles } from '../../api/endpoints/roles';
import { tags } from '../../api/endpoints/tags';
import { call } from '../../api/request';
import { sorted } from '../../operations/editor/dropDown';
import { noneOfThese, recordChoice, recordChoiceOrNone } from '../../operations/record';
import { recordList } from '../../operations/recordList';
import { recordChoices } from '../../operations/records';

const groupList = recordList(call(groups.list), { optionsMethod: 'getGroups' });
const roleList = recordList(call(roles.list), { optionsMethod: 'getRoles' });
const tagList = recordList(call(tags.list), { optionsMethod: 'getTags' });
const policyList = recordList(call(policies.list), {
	optionsMethod: 'getPolicies',
	options: (policies) => [
		{ name: "[Organization's Policy]", value: noneOfThese },
		...sorted(policies),
	],
});

export const groupChoice = () => recordChoice('Group', groupList);
export const policyChoice = () => recordChoiceOrNone('Policy', policyList);
export const roleChoice = () => recordChoice('Role', roleList);
export const roleChoices = () => recordChoices('Role', roleList);
export const tagChoices = () => recordChoices('Tag', tagList);
