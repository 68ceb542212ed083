import type {
	Checklist,
	ChecklistTemplate,
	DocumentTemplate,
	NewSecureItem,
	RelatedItem,
	RichText,
} from '../../contracts';
import type { OrganizationRecord } from '../data/organizations';
import type { Random } from '../data/random';
import type { Table } from './table';

/** A document with its values by the field's name, each with when it was written, in epoch seconds. */
export interface DocumentRecord {
	id: number;
	organizationId: number;
	documentTemplateId: number;
	name: string;
	description?: string;
	updateTime: number;
	values: Record<string, { value: unknown; updateTime: number }>;
	archived: boolean;
}

interface Entry {
	id: number;
	/** None: global. */
	organizationId?: number;
	name: string;
	createTime: number;
	updateTime: number;
	/** Of its own archiving; an entry in an archived folder is archived without it. */
	archivedTime?: number;
}

/** A folder; the uppermost of an organization, and that of the global articles, has no parent. */
export interface FolderRecord extends Entry {
	parentFolderId?: number;
}

/** An article: either text or an uploaded file. */
export interface ArticleRecord extends Entry {
	parentFolderId: number;
	content?: RichText;
	upload?: { id: number; fileId: number };
}

/** A related item; the names of the entities are looked up when it is answered. */
export interface RelatedItemRecord extends RelatedItem {
	fileId?: number;
	/** What is never answered. */
	secret?: Pick<NewSecureItem, 'password' | 'totpSecret'>;
}

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

/** What the seeds of documentation are made with. `now` is in epoch seconds. */
export interface SeedSource {
	random: Random;
	now: number;
	nextPartId: () => number;
	organizations: readonly OrganizationRecord[];
}
