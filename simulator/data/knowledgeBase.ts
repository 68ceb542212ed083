import type { ArticleRecord, FolderRecord, SeedSource } from '../state/documentation';

const firstFolder = 4101;
const firstArticle = 4301;
const day = 86_400;
const organizationsWithArticles = 3;

const globalArticles = [
	{ folder: 'Runbooks', name: 'New employee', text: 'Order the laptop two weeks ahead.' },
	{ folder: 'Runbooks', name: 'Lost device', text: 'Lock the device first.' },
	{ folder: 'Policies', name: 'Passwords', text: 'At least fourteen characters.' },
];

/** Of what lies in the archive: an article and an empty folder. */
const archivedFolder = 4100;
const archivedArticle = 4300;

/** The global root with two folders and one in the archive; roots of the first organizations. The others get theirs when they need it. */
export function seedFolders({ now, organizations }: SeedSource): FolderRecord[] {
	const folders: Array<Pick<FolderRecord, 'name' | 'parentFolderId' | 'organizationId'>> = [
		{ name: 'Knowledge Base' },
		{ name: 'Runbooks', parentFolderId: firstFolder },
		{ name: 'Policies', parentFolderId: firstFolder },
		...organizations
			.slice(0, organizationsWithArticles)
			.map(({ id }) => ({ name: 'Knowledge Base', organizationId: id })),
	];
	const times = { createTime: now - 300 * day, updateTime: now - 200 * day };
	return [
		...folders.map((folder, at) => ({ id: firstFolder + at, ...times, ...folder })),
		{
			id: archivedFolder,
			...times,
			name: 'Former suppliers',
			parentFolderId: firstFolder,
			archivedTime: now - 60 * day,
		},
	];
}

export function seedArticles(
	folders: readonly FolderRecord[],
	{ now, organizations }: SeedSource,
): ArticleRecord[] {
	const nameOf = (organizationId?: number) =>
		organizations.find(({ id }) => id === organizationId)?.name ?? '';
	const articles = [
		...globalArticles.map(({ folder, name, text }) => ({
			name,
			text,
			parentFolderId: folders.find((each) => each.name === folder)?.id ?? firstFolder,
		})),
		...folders
			.filter(({ organizationId }) => organizationId !== undefined)
			.map(({ id, organizationId }) => ({
				name: 'Who to call',
				text: `The desk of ${nameOf(organizationId)} is open from 8 to 5.`,
				parentFolderId: id,
				organizationId,
			})),
	];
	const times = (age: number) => ({ createTime: now - 250 * day, updateTime: now - age * day });
	const content = (text: string) => ({ text, html: `<p>${text}</p>` });
	return [
		...articles.map(({ text, ...article }, at) => ({
			id: firstArticle + at,
			...times(20 + at),
			...article,
			content: content(text),
		})),
		{
			id: archivedArticle,
			...times(60),
			name: 'Fax machines',
			parentFolderId: firstFolder,
			content: content('Press the green button.'),
			archivedTime: now - 60 * day,
		},
	];
}
