/** How bad NinjaOne says that an alert or a ticket is. */
export const severities = [
	{ name: 'Critical', value: 'CRITICAL' },
	{ name: 'Major', value: 'MAJOR' },
	{ name: 'Minor', value: 'MINOR' },
	{ name: 'Moderate', value: 'MODERATE' },
	{ name: 'None', value: 'NONE' },
] as const;

/** How soon NinjaOne says that an alert or a ticket has to be dealt with. */
export const priorities = [
	{ name: 'High', value: 'HIGH' },
	{ name: 'Low', value: 'LOW' },
	{ name: 'Medium', value: 'MEDIUM' },
	{ name: 'None', value: 'NONE' },
] as const;
