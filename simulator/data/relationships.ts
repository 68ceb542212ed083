import type { AssetRelationship, AssetRelationshipType, DeviceDetailed } from '../../contracts';
import type { Random } from './random';

const relationships = 250;

export const relationshipTypes: AssetRelationshipType[] = [
	{ id: 1, name: 'Depends on', inverseName: 'Is needed by' },
	{ id: 2, name: 'Is connected to', inverseName: 'Is connected to' },
];

export function seedRelationships(
	random: Random,
	devices: readonly DeviceDetailed[],
): (AssetRelationship & { id: number })[] {
	if (devices.length < 2) return [];
	return Array.from({ length: relationships }, (_, at) => ({
		id: at + 1,
		relationId: at + 1,
		sourceId: random.pick(devices).id,
		sourceType: 'DEVICE',
		targetId: random.pick(devices).id,
		targetType: 'DEVICE',
		relationshipTypeId: random.pick(relationshipTypes).id,
	}));
}
