import { z } from 'zod';

/** Every kind of device that NinjaOne tells apart. */
export const nodeClasses = [
	'WINDOWS_SERVER',
	'WINDOWS_WORKSTATION',
	'LINUX_SERVER',
	'LINUX_WORKSTATION',
	'MAC',
	'MAC_SERVER',
	'ANDROID',
	'APPLE_IOS',
	'APPLE_IPADOS',
	'VMWARE_VM_HOST',
	'VMWARE_VM_GUEST',
	'HYPERV_VMM_HOST',
	'HYPERV_VMM_GUEST',
	'CLOUD_MONITOR_TARGET',
	'NMS_SWITCH',
	'NMS_ROUTER',
	'NMS_FIREWALL',
	'NMS_PRIVATE_NETWORK_GATEWAY',
	'NMS_PRINTER',
	'NMS_SCANNER',
	'NMS_DIAL_MANAGER',
	'NMS_WAP',
	'NMS_IPSLA',
	'NMS_COMPUTER',
	'NMS_VM_HOST',
	'NMS_APPLIANCE',
	'NMS_OTHER',
	'NMS_SERVER',
	'NMS_PHONE',
	'NMS_VIRTUAL_MACHINE',
	'NMS_NETWORK_MANAGEMENT_AGENT',
	'UNMANAGED_DEVICE',
	'MANAGED_DEVICE',
] as const;

export const NodeClassSchema = z.enum(nodeClasses);
export type NodeClass = z.infer<typeof NodeClassSchema>;
