import type { INodeParameters } from 'n8n-workflow';
import { byId, byName } from './common';

/** A folder in the global knowledge base, and an article in another. */
const runbooks = byId(4102);
const passwords = byName('Passwords');
/** In the archive from the beginning. */
/** Organizations whose knowledge base has nothing in it yet. */
const withoutTop = { lacking: ['/v2/knowledgebase/folder'] };

const archivedArticle = '4300';
const archivedFolder = '4100';

interface Names {
	/** The name of the first organization. */
	organization: string;
	/** A technician's email address. */
	technician: string;
}

const articleSamples = ({ organization }: Names): Readonly<Record<string, INodeParameters[]>> => ({
	'knowledgeBaseArticle.getMany': [
		{
			scope: 'global',
			returnAll: true,
			filters: { articleName: 'password', includeArchived: true },
		},
		{
			scope: 'organizations',
			organizationIds: [organization, 2],
			returnAll: false,
			limit: 5,
			filters: { articleName: 'call', includeArchived: true },
		},
	],
	'knowledgeBaseArticle.get': [{ articleId: passwords }],
	'knowledgeBaseArticle.create': [
		{
			name: 'Printers',
			scope: 'organization',
			organizationId: byName(organization),
			level: 'folder',
			folder: byId('Office|Devices'),
			html: '<p>Turn it off and on.</p>',
			text: 'Turn it off and on.',
		},
		{ name: 'Monitors', scope: 'global', level: 'folder', folder: runbooks, text: 'Plug it in.' },
	],
	'knowledgeBaseArticle.update': [
		{
			articleId: passwords,
			updateFields: {
				name: 'Passwords',
				html: '<p>At least sixteen.</p>',
				text: 'At least sixteen.',
			},
		},
	],
	'knowledgeBaseArticle.upload': [
		{ inputFields: 'data', scope: 'global', level: 'folder', folder: runbooks },
		{
			inputFields: 'data,picture',
			scope: 'organization',
			organizationId: byName(organization),
			level: 'folder',
			folder: byId('Office|Plans'),
		},
	],
	'knowledgeBaseArticle.move': [
		{
			articleIds: '4301,4302',
			folderIds: '4103',
			scope: 'organization',
			organizationId: byName(organization),
			level: 'folder',
			folder: byId('Office'),
		},
		{ articleIds: '4302', scope: 'organization', organizationId: byId(3), level: 'top' },
	],
	'knowledgeBaseArticle.download': [{ articleId: passwords }],
	'knowledgeBaseArticle.getSignedUrls': [{ articleId: passwords }],
	'knowledgeBaseArticle.archive': [{ ids: '4301,4302' }],
	'knowledgeBaseArticle.restore': [{ ids: '4301,4302' }],
	'knowledgeBaseArticle.delete': [
		{ ids: archivedArticle },
		{ ids: '4301,4302', archiveFirst: true },
	],
});

const folderSamples = ({ organization }: Names): Readonly<Record<string, INodeParameters[]>> => ({
	'knowledgeBaseFolder.get': [
		{ scope: 'global', level: 'top', includeArchived: true },
		{
			scope: 'organization',
			organizationId: byName(organization),
			level: 'folder',
			folder: byId('Office|Plans'),
		},
	],
	'knowledgeBaseFolder.move': [
		{
			folderIds: '4103',
			articleIds: '4303',
			scope: 'organization',
			organizationId: byName(organization),
			level: 'top',
		},
		{
			...withoutTop,
			folderIds: '4103',
			scope: 'organization',
			organizationId: byId(3),
			level: 'top',
		},
	],
	'knowledgeBaseFolder.archive': [{ ids: '4103' }],
	'knowledgeBaseFolder.restore': [{ ids: '4103' }],
	'knowledgeBaseFolder.delete': [{ ids: archivedFolder }, { ids: '4103', archiveFirst: true }],
});

const checklistSamples = ({
	organization,
	technician,
}: Names): Readonly<Record<string, INodeParameters[]>> => {
	const which = { checklistId: byName('New organization'), organizationId: organization };
	return {
		'checklist.getMany': [
			{
				returnAll: true,
				filters: {
					assignedTo: technician,
					checklistIds: '4601,4602',
					checklistName: 'new',
					completed: false,
					includeArchived: true,
					organizationIds: [organization],
					required: true,
				},
			},
		],
		'checklist.get': [which],
		'checklist.create': [
			{
				organization: byName(organization),
				name: 'Branch move',
				tasks: JSON.stringify([
					{
						name: 'Order the line',
						description: { text: 'Six weeks ahead', html: '<p>Six weeks ahead</p>' },
						position: 1,
						assignedTo: technician,
						dueDate: '2029-01-01T00:00:00Z',
						completed: true,
					},
				]),
				details: {
					assignedTo: technician,
					dueDate: '2029-02-01T00:00:00Z',
					html: '<p>To the new office</p>',
					required: true,
					template: 'Quarterly review',
					text: 'To the new office',
				},
			},
		],
		'checklist.createFromTemplates': [
			{ organization: byName(organization), templates: ['Quarterly review', 4801] },
		],
		'checklist.update': [
			{
				checklistId: byId(4602),
				updateFields: {
					assignedTo: technician,
					dueDate: '2029-02-01T00:00:00Z',
					html: '<p>Steps</p>',
					name: 'New branch',
					removeTasks: 'Invite end users',
					required: false,
					tasks: '[{"name": "Set policies", "completed": true}, {"name": "Say hello"}]',
					text: 'Steps',
				},
			},
			{ ...which, checklistId: byName('Branch move'), updateFields: { clear: ['DUE_DATE'] } },
		],
		'checklist.completeTask': [
			{
				...which,
				checklistId: byName('Branch move'),
				task: byName('Order the line'),
				completed: false,
			},
		],
		'checklist.promote': [
			{ checklistId: byId(4602), templateName: 'From a checklist' },
			{ ...which, checklistId: byName('Branch move') },
		],
		'checklist.getSignedUrls': [{ ...which, checklistId: byName('Branch move') }],
		'checklist.archive': [{ ids: '4602' }],
		'checklist.restore': [{ ids: '4602' }],
		'checklist.delete': [{ ids: '4603' }, { ids: '4601,4602', archiveFirst: true }],
	};
};

const templateSamples: Readonly<Record<string, INodeParameters[]>> = {
	'checklistTemplate.getMany': [
		{
			returnAll: true,
			filters: {
				checklistTemplateIds: '4801,4802',
				checklistTemplateName: 'new',
				includeArchived: true,
				required: true,
			},
		},
	],
	'checklistTemplate.get': [{ templateId: byName('Quarterly review') }],
	'checklistTemplate.create': [
		{
			name: 'Server room',
			tasks: JSON.stringify([
				{ name: 'Check the air', description: 'Both units', position: 1 },
				{ name: 'Check the door', description: { text: 'Lock', html: '<p>Lock</p>' } },
			]),
			details: { html: '<p>Monthly</p>', required: true, text: 'Monthly' },
		},
	],
	'checklistTemplate.update': [
		{
			templateId: byName('Quarterly review'),
			updateFields: {
				html: '<p>Every three months</p>',
				name: 'Quarterly check',
				removeTasks: 'Check patches',
				required: true,
				tasks: '[{"name": "Check alerts"}]',
				text: 'Every three months',
			},
		},
	],
	'checklistTemplate.archive': [{ ids: '4801,4802' }],
	'checklistTemplate.restore': [{ ids: '4801' }],
	'checklistTemplate.delete': [{ ids: '4803' }, { ids: '4801,4802', archiveFirst: true }],
};

const host = { entityType: 'ORGANIZATION', entityId: '1' };

const relatedItemSamples: Readonly<Record<string, INodeParameters[]>> = {
	// The first new item, which is downloaded and deleted below.
	'relatedItem.attachFile': [{ ...host, inputField: 'data' }],
	'relatedItem.addSecure': [
		{
			...host,
			name: 'Firewall',
			url: 'https://firewall.example',
			username: 'admin',
			password: 'not-a-real-password',
			totpSecret: 'not-a-real-seed',
			notes: 'not-a-real-note',
		},
	],
	'relatedItem.relate': [
		{ ...host, relatedEntityType: 'NODE', relatedEntityIds: '2' },
		{ ...host, relatedEntityType: 'LOCATION', relatedEntityIds: '1001,1002' },
	],
	'relatedItem.getMany': [
		{ direction: 'all', returnAll: true },
		{ direction: 'ofEntity', ...host, itemScope: 'HOSTING', returnAll: true },
		{ direction: 'ofType', entityType: 'ORGANIZATION', returnAll: true, reveal: true },
		{
			direction: 'toEntity',
			relatedEntityType: 'NODE',
			relatedEntityId: '1',
			returnAll: true,
		},
		{ direction: 'toType', relatedEntityType: 'NODE', returnAll: false, limit: 5 },
	],
	'relatedItem.downloadAttachment': [{ relatedItemId: '6102' }],
	'relatedItem.getSignedUrls': [host],
	'relatedItem.delete': [{ ids: '6101' }, { ids: '6102,6103' }],
	'relatedItem.deleteAll': [
		{ ...host, confirmation: 'ORGANIZATION 1', cap: 100 },
		{ entityType: 'CONTACT', entityId: '1', confirmation: 'CONTACT 1' },
	],
};

/** Samples of the knowledge base, of checklists, of related items and of attachments. */
export const knowledgeSamples = (names: Names): Readonly<Record<string, INodeParameters[]>> => ({
	...articleSamples(names),
	...folderSamples(names),
	...checklistSamples(names),
	...templateSamples,
	...relatedItemSamples,
	'attachment.uploadTemporary': [{ entityType: 'DOCUMENT', inputFields: 'data,picture' }],
});
