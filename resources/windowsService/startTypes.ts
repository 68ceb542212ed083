/** How Windows starts a service, with the names that Windows shows. */
export const startTypes = [
	{ name: 'Automatic', value: 'AUTO_START' },
	{ name: 'Automatic (Delayed)', value: 'AUTO_START_DELAYED' },
	{ name: 'Boot (Drivers)', value: 'BOOT_START' },
	{ name: 'Disabled', value: 'DISABLED' },
	{ name: 'Manual', value: 'DEMAND_START' },
	{ name: 'System (Drivers)', value: 'SYSTEM_START' },
] as const;
