import { flag } from '../../operations/fields';

export const fullPortalAccess = () =>
	flag({
		displayName: 'Full Portal Access',
		description: 'Whether the end user has full access to the portal',
	});
