import type { Resource } from '../../operations/operation';
import { move } from '../fields/knowledgeBaseMove';
import { archive, remove, restore } from './archiving';
import { get } from './get';

export const knowledgeBaseFolder: Resource = {
	name: 'Knowledge Base Folder',
	description: 'A folder of the knowledge base, with articles and further folders in it',
	operations: { archive, delete: remove, get, move: move('folder'), restore },
};
