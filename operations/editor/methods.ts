import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import type { LoadOptions } from './dropDown';
import type { ListSearch } from './search';

export type ResourceMapping = (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>;

/** What a node offers n8n's editor, each method under the name by which its parameters call it. */
export interface EditorMethods {
	readonly listSearch: Readonly<Record<string, ListSearch>>;
	readonly loadOptions: Readonly<Record<string, LoadOptions>>;
	readonly resourceMapping: Readonly<Record<string, ResourceMapping>>;
}
