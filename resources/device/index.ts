import type { Resource } from '../../operations/operation';
import { approve, reject } from './approval';
import { cancelMaintenance } from './cancelMaintenance';
import { decommission } from './decommission';
import { get } from './get';
import { getActiveJobs } from './getActiveJobs';
import { getDashboardLink } from './getDashboardLink';
import { getDisks } from './getDisks';
import { getInventory } from './getInventory';
import { getLastLoggedOnUser } from './getLastLoggedOnUser';
import { getMany } from './getMany';
import { getNetworkInterfaces } from './getNetworkInterfaces';
import { getPolicyOverrides } from './getPolicyOverrides';
import { getProcessors } from './getProcessors';
import { getSoftware } from './getSoftware';
import { getVolumes } from './getVolumes';
import { reboot } from './reboot';
import { removeOwner } from './removeOwner';
import { resetPolicyOverrides } from './resetPolicyOverrides';
import { search } from './search';
import { setMaintenance } from './setMaintenance';
import { setOwner } from './setOwner';
import { update } from './update';

export const device: Resource = {
	name: 'Device',
	description: 'A computer, server or network device that NinjaOne manages',
	operations: {
		approve,
		cancelMaintenance,
		decommission,
		get,
		getActiveJobs,
		getDashboardLink,
		getDisks,
		getInventory,
		getLastLoggedOnUser,
		getMany,
		getNetworkInterfaces,
		getPolicyOverrides,
		getProcessors,
		getSoftware,
		getVolumes,
		reboot,
		reject,
		removeOwner,
		resetPolicyOverrides,
		search,
		setMaintenance,
		setOwner,
		update,
	},
};
