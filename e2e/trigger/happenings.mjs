/** One of everything that the trigger knows, in two waves: the second ends what the first began. */

/** An alert that is nothing else; one of its kinds also tells that a device is offline. */
export const alertOn = (deviceId) => ({
	what: 'alert',
	deviceId,
	of: { conditionName: 'Processor busy' },
});

export async function firstWave({ cause, simulator }) {
	const onWindows = encodeURIComponent('class = WINDOWS_WORKSTATION AND online');
	const [{ id: windows }] = await simulator.read(`v2/devices?df=${onWindows}`);
	const { alert } = await cause(alertOn(3), { newAlert: 'TRIGGERED' });
	await cause(
		{ what: 'offline', deviceId: 9 },
		{ newAlert: 'TRIGGERED', deviceOffline: 'TRIGGERED' },
	);
	const { device } = await cause({ what: 'joinPending' }, { deviceWaiting: 'NODE_CREATED' });
	await cause({ what: 'joinApproved' }, { newDevice: 'NODE_CREATED' });
	await cause(
		{ what: 'patch', deviceId: windows, kind: 'software' },
		{ patchInstalled: 'SOFTWARE_PATCH_MANAGEMENT_INSTALLED' },
	);
	await cause(
		{ what: 'patch', deviceId: windows, kind: 'software', failed: true },
		{ patchFailed: 'SOFTWARE_PATCH_MANAGEMENT_INSTALL_FAILED' },
	);
	await cause({ what: 'script', deviceId: windows }, { scriptFinished: 'COMPLETED' });
	await cause({ what: 'ticket' }, { ticketCreated: 'NINJA_TICKETING_TICKET_CREATED' });
	const reboots = { activityType: 'SYSTEM', statusCode: 'SYSTEM_REBOOTED' };
	await cause({ what: 'burst', count: 20, of: reboots }, { newActivity: 'SYSTEM_REBOOTED' });
	return { alert, device };
}

export async function secondWave({ cause }, { alert, device }) {
	await cause({ what: 'reset', uid: alert.uid }, { alertReset: 'RESET' });
	await cause({ what: 'online', deviceId: 9 }, { alertReset: 'RESET', deviceOnline: 'RESET' });
	await cause({ what: 'approve', deviceId: device.id }, { newDevice: 'NODE_MANUALLY_APPROVED' });
}
