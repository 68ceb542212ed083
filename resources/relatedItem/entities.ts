import { choice, givenId } from '../../operations/fields';

/** What can have related items. */
export const hostTypes = [
	{ name: 'Checklist', value: 'CHECKLIST' },
	{ name: 'Device', value: 'NODE' },
	{ name: 'Document', value: 'DOCUMENT' },
	{ name: 'End User', value: 'END_USER' },
	{ name: 'Knowledge Base Article', value: 'KB_DOCUMENT' },
	{ name: 'Location', value: 'LOCATION' },
	{ name: 'Organization', value: 'ORGANIZATION' },
	{ name: 'Software License', value: 'SOFTWARE_LICENSE' },
] as const;

const onlyRelated = [
	{ name: 'Attachment', value: 'ATTACHMENT' },
	{ name: 'Contact', value: 'CONTACT' },
	{ name: 'Credential', value: 'CREDENTIAL' },
	{ name: 'Technician', value: 'TECHNICIAN' },
] as const;

/** What a related item can point to. */
export const relatedTypes = [...hostTypes, ...onlyRelated].sort((one, other) =>
	one.name.localeCompare(other.name),
);

export const hostType = () =>
	choice(
		{ displayName: 'Entity Type', description: 'What kind of record has the related items' },
		hostTypes,
		'ORGANIZATION',
	);

export const relatedType = () =>
	choice(
		{
			displayName: 'Related Entity Type',
			description: 'What kind of record the related items point to',
		},
		relatedTypes,
		'NODE',
	);

export const entityId = () =>
	givenId({
		displayName: 'Entity ID',
		description: 'The numeric ID of the record that has the related items',
		placeholder: 'e.g. 12',
	});

/** The record that has, or is to have, related items. */
export const hostFields = () => ({ entityType: hostType(), entityId: entityId() });
