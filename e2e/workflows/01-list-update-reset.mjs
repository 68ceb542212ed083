import { runMainJob } from '../../playground/main-job.mjs';

export default {
	file: 'examples/01-list-update-reset.json',
	title: 'The devices of an organization are listed, one is updated, its alerts are reset',

	async play({ n8n, simulator, check, importExample }) {
		const workflow = await importExample();
		check('all that it says it did was done', await runMainJob({ n8n, simulator, workflow }));
	},
};
