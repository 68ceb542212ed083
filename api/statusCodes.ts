/**
 * Status codes of activities (`statusCode`) that people most often wait for, with names for people. NinjaOne has some
 * seven hundred and adds to them.
 */
export const statusCodes: ReadonlyArray<{ name: string; value: string }> = [
	{ name: 'Acknowledged', value: 'ACKNOWLEDGED' },
	{ name: 'Blocked', value: 'BLOCKED' },
	{ name: 'Cancelled', value: 'CANCELLED' },
	{ name: 'Completed', value: 'COMPLETED' },
	{ name: 'Device Approved Automatically', value: 'NODE_AUTOMATICALLY_APPROVED' },
	{ name: 'Device Approved Manually', value: 'NODE_MANUALLY_APPROVED' },
	{ name: 'Device Created', value: 'NODE_CREATED' },
	{ name: 'Device Deleted', value: 'NODE_DELETED' },
	{ name: 'Device Re-Enrolled', value: 'NODE_RE_ENROLLED' },
	{ name: 'Device Rejected Automatically', value: 'NODE_AUTOMATICALLY_REJECTED' },
	{ name: 'Device Rejected Manually', value: 'NODE_MANUALLY_REJECTED' },
	{ name: 'Device Updated', value: 'NODE_UPDATED' },
	{ name: 'Disabled', value: 'DISABLED' },
	{ name: 'In Process', value: 'IN_PROCESS' },
	{ name: 'OS Patch Failed', value: 'PATCH_MANAGEMENT_INSTALL_FAILED' },
	{ name: 'OS Patch Installed', value: 'PATCH_MANAGEMENT_INSTALLED' },
	{ name: 'OS Patch Scan Completed', value: 'PATCH_MANAGEMENT_SCAN_COMPLETED' },
	{ name: 'Reset', value: 'RESET' },
	{ name: 'Software Patch Failed', value: 'SOFTWARE_PATCH_MANAGEMENT_INSTALL_FAILED' },
	{ name: 'Software Patch Installed', value: 'SOFTWARE_PATCH_MANAGEMENT_INSTALLED' },
	{ name: 'Software Patch Scan Completed', value: 'SOFTWARE_PATCH_MANAGEMENT_SCAN_COMPLETED' },
	{ name: 'Started', value: 'STARTED' },
	{ name: 'System Rebooted', value: 'SYSTEM_REBOOTED' },
	{ name: 'Ticket Created', value: 'NINJA_TICKETING_TICKET_CREATED' },
	{ name: 'Ticket Deleted', value: 'NINJA_TICKETING_TICKET_DELETED' },
	{ name: 'Ticket Reinstated', value: 'NINJA_TICKETING_TICKET_REINSTATED' },
	{ name: 'Triggered', value: 'TRIGGERED' },
];
