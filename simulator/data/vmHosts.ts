import type { VmHost } from '../../contracts';

/** What a VMware host tells of its machine. */
export const vmHost = (name: string): VmHost => ({
	name,
	vendor: 'Dell Inc.',
	model: 'PowerEdge R760',
	serviceTag: `ST${name.slice(-4)}`,
	releaseName: 'VMware ESXi 8.0.2',
	version: '8.0.2',
	buildNumber: '22380479',
	cpuModel: 'Intel(R) Xeon(R) Gold 6430',
	cpuMhz: 2100,
	cpuPackages: 2,
	cpuThreads: 128,
	memorySize: 512 * 1024 ** 3,
});
