import type { Checklist, ChecklistTemplate, DocumentTemplate } from '../../contracts';
import { seedChecklists, seedChecklistTemplates } from '../data/checklists';
import { seedDocuments } from '../data/documents';
import { seedDocumentTemplates } from '../data/documentTemplates';
import { seedArticles, seedFolders } from '../data/knowledgeBase';
import type { OrganizationRecord } from '../data/organizations';
import { createRandom } from '../data/random';
import { firstRelatedItem } from '../data/relatedItems';
import type { DocumentRecord } from './documents';
import type { ArticleRecord, FolderRecord } from './knowledgeBase';
import type { RelatedItemRecord } from './relatedItems';
import { createTable, type Table } from './table';

/** What people write down about their organizations. */
export interface Documentation {
	readonly templates: Table<DocumentTemplate>;
	readonly documents: Table<DocumentRecord>;
	readonly folders: Table<FolderRecord>;
	readonly articles: Table<ArticleRecord>;
	readonly checklistTemplates: Table<ChecklistTemplate>;
	readonly checklists: Table<Checklist>;
	readonly relatedItems: Table<RelatedItemRecord>;
	/** A number that no field, task or attachment has had. */
	nextPartId(): number;
}

const firstPartId = 90_001;

/** @param now epoch seconds */
export function createDocumentation(
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
		relatedItems: createTable<RelatedItemRecord>(firstRelatedItem(about)),
		nextPartId,
	};
}

/** What the seeds of documentation are made with. `now` is in epoch seconds. */
export interface SeedSource {
	random: ReturnType<typeof createRandom>;
	now: number;
	nextPartId: () => number;
	organizations: readonly OrganizationRecord[];
}
