import { devices } from '../../api/endpoints/devices';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { languageAndZone, wordingQuery } from '../fields/wording';
import { columns } from './columns';

export const getActiveJobs = operation({
	name: 'Get Active Jobs',
	action: 'Get active jobs of device',
	description:
		'List the jobs that run on a device at the moment, such as scripts, scans and patches. Finished ones are among the activities.',
	endpoints: [devices.jobs],
	fields: { deviceId: deviceLocator(), ...languageAndZone },
	request: ({ deviceId: id, wording }) =>
		call(devices.jobs, { path: { id }, query: wordingQuery(wording) }),
	simplify: columns(
		'uid',
		'deviceId',
		'jobType',
		'jobStatus',
		'jobResult',
		'subject',
		'message',
		'sourceType',
		'createTime',
		'updateTime',
	),
	key: 'uid',
});
