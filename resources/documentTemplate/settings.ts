import { flag, idList, optionalText } from '../../operations/fields';

/** What can be set about a template at any time. */
export const templateSettings = {
	allowedTechnicianRoles: idList({
		displayName: 'Allowed Technician Role IDs',
		description:
			'Comma-separated IDs of the technician roles that may use the template, where it is not available to all',
		placeholder: 'e.g. 1,2',
	}),
	availableToAllTechnicians: flag(
		{
			displayName: 'Available to All Technicians',
			description: 'Whether technicians of all roles may use the template',
		},
		true,
	),
	description: optionalText({
		displayName: 'Description',
		description: 'What the template is for',
	}),
	mandatory: flag({
		displayName: 'Mandatory',
		description: 'Whether every organization must have a document of it',
	}),
};
