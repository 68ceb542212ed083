import { z } from 'zod';
import { checked } from '../input';
import type { FolderPlace } from '../state/knowledgeBaseFolders';

const number = z.string().regex(/^\d+$/).transform(Number).optional();

const PlaceSchema = z
	.object({ organizationId: number, folderId: number, folderPath: z.string().optional() })
	.strict();

/** Where uploaded files are to go, as the fields of a form say it. */
export function placeIn(fields: Record<string, string>): FolderPlace {
	const { organizationId, folderId, folderPath } = checked(fields, PlaceSchema);
	return {
		organizationId,
		destinationFolderId: folderId,
		destinationFolderPath: folderPath,
	};
}
