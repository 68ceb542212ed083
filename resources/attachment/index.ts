import type { Resource } from '../../operations/operation';
import { uploadTemporary } from './uploadTemporary';

export const attachment: Resource = {
	name: 'Attachment',
	description: 'A file that is uploaded first and embedded later',
	operations: { uploadTemporary },
};
