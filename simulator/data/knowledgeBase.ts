import type { ArticleRecord, FolderRecord, SeedSource } from '../state/documentation';

/** Of the global root. The numbers below are of what lies in the archive: an empty folder and an article. */
const rootFolder = 4101;
const firstArticle = 4301;
const day = 86_400;
const organizationsWithArticles = 3;

/** The global root with two folders and one in the archive; roots of the first organizations. The others get theirs when they need it. */
export function seedFolders({ now, organizations }: SeedSource): FolderRecord[] {
	const times = { createTime: now - 300 * day, updateTime: now - 200 * day };
	const archived = { parentFolderId: rootFolder, archivedTime: now - 60 * day };
	return [
		{ name: 'Former suppliers', ...archived },
		{ name: 'Knowledge Base' },
		{ name: 'Runbooks', parentFolderId: rootFolder },
		{ name: 'Policies', parentFolderId: rootFolder },
		...organizations
			.slice(0, organizationsWithArticles)
			.map(({ id }) => ({ name: 'Knowledge Base', organizationId: id })),
	].map((folder, at) => ({ id: rootFolder - 1 + at, ...times, ...folder }));
}

export function seedArticles(
	folders: readonly FolderRecord[],
	{ now, organizations }: SeedSource,
): ArticleRecord[] {
	const [, root, runbooks, policies, ...theirs] = folders;
	const archived = { archivedTime: now - 60 * day };
	const articles = [
		article(root, 'Fax machines', 'Press the green button.', archived),
		article(runbooks, 'New employee', 'Order the laptop two weeks ahead.'),
		article(runbooks, 'Lost device', 'Lock the device first.'),
		article(policies, 'Passwords', 'At least fourteen characters.'),
		...theirs.map((folder, at) =>
			article(folder, 'Who to call', `The desk of ${organizations[at].name} is open from 8 to 5.`),
		),
	];
	return articles.map((each, at) => ({
		id: firstArticle - 1 + at,
		createTime: now - 250 * day,
		updateTime: now - (20 + at) * day,
		...each,
	}));
}

const article = (folder: FolderRecord, name: string, text: string, more: object = {}) => ({
	name,
	parentFolderId: folder.id,
	organizationId: folder.organizationId,
	content: { text, html: `<p>${text}</p>` },
	...more,
});
