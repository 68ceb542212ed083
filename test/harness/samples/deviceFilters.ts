/** All device filters at once. */
export const everyDeviceFilter = {
	classes: ['WINDOWS_SERVER', 'WINDOWS_WORKSTATION'],
	connectivity: 'online',
	createdAfter: '2020-01-01T00:00:00Z',
	createdBefore: '2030-01-01T00:00:00Z',
	deviceIds: '1,2,3',
	groupId: 701,
	locationIds: [1001, 1002],
	organizationIds: [1],
	raw: 'role in (301,302,303)',
	roleIds: [301],
	status: 'APPROVED',
	tagIds: [41],
};

/** What can be given by name, by name. */
export const namedDeviceFilters = {
	deviceIds: 'CORKE-SRV-0057,REICH-SW-0001',
	groupId: 'Windows Servers',
	locationIds: ['Reichel Group: Main Office'],
	organizationIds: 'Reichel Group',
	roleIds: 'Windows Server',
	tagIds: 'VIP',
};
