import type { Documentation } from '../state/documentation';
import { createTable } from '../state/table';
import { seedChecklists, seedChecklistTemplates } from './checklists';
import { seedDocuments } from './documents';
import { seedDocumentTemplates } from './documentTemplates';
import { seedArticles, seedFolders } from './knowledgeBase';
import type { OrganizationRecord } from './organizations';
import { createRandom } from './random';
import { firstRelatedItem } from './relatedItems';

const firstPartId = 90_001;

/** @param now epoch seconds */
export function seedDocumentation(
	organizations: readonly OrganizationRecord[],
	{ seed, now }: { seed: number; now: number },
): Documentation {
	const random = createRandom(seed, 'documentation');
	let lastPartId = firstPartId - 1;
	const nextPartId = () => ++lastPartId;
	const about = { random, now, nextPartId, organizations };

	const templates = seedDocumentTemplates(about);
	const folders = seedFolders(about);
	return {
		templates: createTable(templates),
		documents: createTable(seedDocuments(templates, about)),
		folders: createTable(folders),
		articles: createTable(seedArticles(folders, about)),
		checklistTemplates: createTable(seedChecklistTemplates(about)),
		checklists: createTable(seedChecklists(about)),
		relatedItems: createTable(firstRelatedItem(about)),
		nextPartId,
	};
}
