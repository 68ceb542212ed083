const CLOSED = 6000;
const FIRST_NUMBER = 1001;

export default {
	file: 'examples/02-alert-to-ticket.json',
	title: 'An alert is one ticket however often it is told, and closed when the alert has reset',
	shown: { canvas: 'alert-to-ticket' },

	async play(stage) {
		const { simulator, check, importExample, activate, run, executions } = stage;
		const id = await importExample();
		const { tickets: before } = await simulator.look('summary');
		const ticketsOf = async ({ uid }) =>
			(await newTickets(simulator, before)).filter(({ tags }) => tags.includes(uid));
		await activate(id);

		const { alert: first } = await simulator.act('happen', { what: 'alert', deviceId: 9 });
		const [told] = await executions(id, 1);
		check('the alert runs it without a fault', told.status === 'success', told.error);
		const [opened] = told.output('Open or Update Its Ticket');
		const [ticket] = await ticketsOf(first);
		check('the alert has a ticket, with its UID as a tag', ticket?.id === opened?.id, opened);
		check(
			"the ticket is about the alert's device",
			ticket?.nodeId === 9 &&
				ticket?.clientId === (await simulator.look('devices/9')).organizationId,
			ticket,
		);

		const again = await run(id, 'Alert Raised or Reset');
		const repeated = again.output('Open or Update Its Ticket');
		check(
			'the same alert told again updates the ticket',
			repeated.some((row) => row.action === 'updated' && row.id === opened?.id),
			repeated,
		);

		const { alert: second } = await simulator.act('happen', { what: 'alertAgain', uid: first.uid });
		await executions(id, 2);
		const counts = [(await ticketsOf(first)).length, (await ticketsOf(second)).length];
		check('an alert that is raised anew has a ticket of its own', counts.join() === '1,1', counts);

		await simulator.act('happen', { what: 'reset', uid: second.uid });
		const reset = (await executions(id, 3)).at(-1);
		check('the reset runs it without a fault', reset.status === 'success', reset.error);
		const [closed] = await ticketsOf(second);
		check('the ticket of the alert that has reset is closed', closed?.status.statusId === CLOSED);
		const comments = await simulator.read(
			`v2/ticketing/ticket/${closed?.id}/log-entry?type=COMMENT`,
		);
		check(
			'and a private comment says why',
			comments.length === 1 && !comments[0].publicEntry,
			comments,
		);
		const all = await newTickets(simulator, before);
		check('there are no other new tickets', all.length === 2, all);
	},
};

/** NinjaOne lists tickets on boards alone; the simulator numbers them in a row. */
async function newTickets(simulator, before) {
	const { tickets: now } = await simulator.look('summary');
	const numbers = Array.from({ length: now - before }, (_, at) => FIRST_NUMBER + before + at);
	return await Promise.all(
		numbers.map((number) => simulator.read(`v2/ticketing/ticket/${number}`)),
	);
}
