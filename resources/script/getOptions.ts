import { scripts } from '../../api/endpoints/scripts';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { deviceLocator } from '../fields/devices';
import { languageOnly, wordingQuery } from '../fields/wording';

export const getOptions = operation({
	name: 'Get Options',
	action: 'Get script options of device',
	description:
		'Get what can be run on a device: scripts, built-in actions, and the roles and credentials to run them as',
	endpoints: [scripts.options],
	fields: { deviceId: deviceLocator(), ...languageOnly },
	request: ({ deviceId: id, wording }) =>
		call(scripts.options, { path: { id }, query: wordingQuery(wording) }),
});
