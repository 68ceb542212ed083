import type { INodeParameters } from 'n8n-workflow';

interface Update {
	/** Id of the device, or an expression. */
	device: string;
	/** Its new name, or an expression. */
	name: string;
	/** "Max Concurrent Requests"; the node's default where left out. */
	concurrency?: number;
}

/** The node's parameters for Device: Update. */
export const updateParameters = ({ device, name, concurrency }: Update): INodeParameters => ({
	resource: 'device',
	operation: 'update',
	deviceId: { __rl: true, mode: 'id', value: device },
	updateFields: { displayName: name },
	options: concurrency === undefined ? {} : { concurrency },
});
