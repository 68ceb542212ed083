import type { DeviceDetailed } from '../../contracts';
import { createRandom } from './random';

const sections = ['CONDITIONS', 'PATCHING', 'SCHEDULED_SCRIPTS', 'ANTIVIRUS'];

/** The sections of its policy that somebody changed on the device itself: some, on one device in five. */
export function seedOverrides({ id }: DeviceDetailed, seed: number): string[] {
	const random = createRandom(seed, `policy overrides of ${id}`);
	return id % 5 === 0 ? sections.slice(0, random.integer(1, 3)) : [];
}
