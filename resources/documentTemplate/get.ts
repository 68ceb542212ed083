import { documentTemplates } from '../../api/endpoints/documentTemplates';
import { call } from '../../api/request';
import { flag } from '../../operations/fields';
import { operation } from '../../operations/operation';
import { documentTemplateReference } from '../fields/interim';
import { templateIdOf } from '../document/template';
import { simplifyTemplate } from './simplify';

export const includeRoles = () =>
	flag({
		displayName: 'Include Technician Roles',
		description: 'Whether to tell which technician roles may use the template',
	});

export const get = operation({
	name: 'Get',
	action: 'Get document template',
	description: 'Get one document template with its fields',
	endpoints: [documentTemplates.get, documentTemplates.list],
	fields: { templateId: documentTemplateReference(), includeRoles: includeRoles() },
	async run(caller, { templateId, includeRoles }) {
		const documentTemplateId = await templateIdOf(caller, templateId);
		const query = { includeTechnicianRoles: includeRoles || undefined };
		const template = call(documentTemplates.get, { path: { documentTemplateId }, query });
		return [await caller.send(template)];
	},
	simplify: simplifyTemplate,
});
