import type { Resources } from '../operations/operation';
import { activity } from './activity';
import { alert } from './alert';
import { attachment } from './attachment';
import { checklist } from './checklist';
import { checklistTemplate } from './checklistTemplate';
import { connection } from './connection';
import { contact } from './contact';
import { customField } from './customField';
import { customFieldDefinition } from './customFieldDefinition';
import { device } from './device';
import { document } from './document';
import { documentTemplate } from './documentTemplate';
import { endUser } from './endUser';
import { knowledgeBaseArticle } from './knowledgeBaseArticle';
import { knowledgeBaseFolder } from './knowledgeBaseFolder';
import { location } from './location';
import { organization } from './organization';
import { patch } from './patch';
import { relatedItem } from './relatedItem';
import { script } from './script';
import { ticket } from './ticket';
import { windowsService } from './windowsService';

/** Everything that the node can do. */
export const resources: Resources = {
	activity,
	alert,
	attachment,
	checklist,
	checklistTemplate,
	connection,
	contact,
	customField,
	customFieldDefinition,
	device,
	document,
	documentTemplate,
	endUser,
	knowledgeBaseArticle,
	knowledgeBaseFolder,
	location,
	organization,
	patch,
	relatedItem,
	script,
	ticket,
	windowsService,
};
