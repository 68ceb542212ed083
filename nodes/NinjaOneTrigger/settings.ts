import type { IPollFunctions } from 'n8n-workflow';
import { flag } from '../../operations/fields';
import { readParameters } from '../../operations/readFields';
import type { OutputForm } from '../events/item';
import { outputForm, wantedEvents, type Wanted } from '../events/parameters';

/** The parameters of the polling trigger, by name. */
export const triggerFields = {
	events: wantedEvents,
	output: outputForm,
	emitStanding: flag({
		displayName: 'Emit What Is Active on First Activation',
		description:
			'Whether to start with what is there already when the workflow is activated for the first time: active alerts, devices that are offline or wait for approval. Otherwise only what happens from then on is told.',
	}),
};

export interface Settings {
	wanted: Wanted[];
	output: OutputForm;
	emitStanding: boolean;
}

/** @throws NinjaOneError with the parameter's name */
export function readSettings(context: IPollFunctions): Settings {
	const { events: wanted, ...others } = readParameters(context, triggerFields);
	return { wanted, ...others };
}
