import type { RelatedItemRecord, SeedSource } from '../state/documentation';

const firstId = 6101;

/** One, so that lists are not empty: the first organization points to its first device. */
export const firstRelatedItem = ({ now, organizations }: SeedSource): RelatedItemRecord[] =>
	organizations.slice(0, 1).map(({ id }) => ({
		id: firstId,
		type: 'ENTITY',
		entityType: 'ORGANIZATION',
		entityId: id,
		relEntityType: 'NODE',
		relEntityId: 1,
		createTime: now - 86_400,
		updateTime: now - 86_400,
	}));
