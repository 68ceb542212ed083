import type { Resources } from '../../../operations/operation';
import { activity } from './activity';
import { alert } from './alert';
import { connection } from './connection';
import { device } from './device';
import { location } from './location';
import { organization } from './organization';
import { patch } from './patch';
import { script } from './script';
import { windowsService } from './windowsService';

/** Everything that the node can do. */
export const resources: Resources = {
	activity,
	alert,
	connection,
	device,
	location,
	organization,
	patch,
	script,
	windowsService,
};
