/** A person who approves: n8n's review step between a destructive tool and the agent. */

import { until } from '../lib/until.mjs';
import { openMailbox } from './mailbox.mjs';
import { toolsFor } from './tools.mjs';
import { agentWorkflow, modelNode, nameOf, say, wire } from './workflow.mjs';

const ID = 'agent-approval';
const GATED = 'Decommission device in NinjaOne';
const REVIEW = 'Human review';

export async function approval(stage) {
	const mailbox = await openMailbox();
	try {
		await prepare(stage, mailbox);
		const [device] = stage.devices.slice(-1);
		await declines(stage, { mailbox, device });
		await approves(stage, { mailbox, device });
	} finally {
		await mailbox.close();
	}
}

async function prepare({ n8n, credentials }, { port }) {
	const smtp = await n8n.saveCredential({
		name: 'Mailbox',
		type: 'smtp',
		data: { host: '127.0.0.1', port, secure: false, disableStartTls: true },
	});
	const tools = toolsFor(credentials).filter(({ name }) => name === GATED);
	const review = {
		name: REVIEW,
		type: 'n8n-nodes-base.emailSendHitlTool',
		typeVersion: 2.1,
		parameters: {
			fromEmail: 'n8n@example.com',
			toEmail: 'technician@example.com',
			subject: 'May the agent do this?',
			message:
				'=The agent wants to run {{ $tool.name }} with {{ JSON.stringify($tool.parameters) }}',
			approvalOptions: { values: { approvalType: 'double' } },
			options: {},
		},
		credentials: { smtp },
	};
	const workflow = agentWorkflow(ID, modelNode(credentials.model), [...tools, review]);
	workflow.connections[GATED] = wire('ai_tool', REVIEW);
	await n8n.importWorkflow(workflow);
}

/** Lets the agent ask, and answers with the link of the mail. */
async function decide({ n8n, model }, { mailbox, device, prompt, approved }) {
	const talk = model.learn(prompt, () => ({
		tool: nameOf(GATED),
		input: {
			toolParameters: { Device: String(device.id), Display_Name: device.systemName },
			hitlParameters: {},
		},
	}));
	const before = mailbox.mails.length;
	const saying = say(n8n, ID, prompt).catch(({ message }) => message);
	await until('the mail has come', async () => mailbox.mails.length > before);
	const mail = mailbox.mails.at(-1);
	const links = [...mail.matchAll(/href="([^"]+webhook-waiting[^"]+)"/g)].map(([, link]) =>
		link.replaceAll('&amp;', '&'),
	);
	const link = links.find((each) => each.includes(`approved=${approved}`));
	// n8n takes no decision from what looks like a robot.
	const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0' };
	const undecided = talk.answers.length;
	// The mail can be quicker than n8n, which refuses until the execution waits.
	await until('n8n takes the decision', async () => (await fetch(link, { headers })).ok);
	await until('the agent goes on', async () => talk.answers.length > undecided);
	await saying;
	return { mail, talk };
}

const isThere = ({ simulator }, { id }) =>
	simulator.look(`devices/${id}`).then(
		() => true,
		() => false,
	);

async function declines(stage, { mailbox, device }) {
	const { check } = stage;
	const prompt = 'Remove it, if a person agrees';
	const { mail, talk } = await decide(stage, { mailbox, device, prompt, approved: false });
	check(
		'review: the mail shows the tool and what the model gave',
		mail.includes(nameOf(GATED)) && mail.includes(device.systemName),
		mail,
	);
	check(
		'review: declined, the model reads so, and the device stays',
		/rejected the tool call/.test(JSON.stringify(talk.answers)) && (await isThere(stage, device)),
		talk.answers,
	);
}

async function approves(stage, { mailbox, device }) {
	const { check } = stage;
	const prompt = 'Remove it now, if a person agrees';
	const { talk } = await decide(stage, { mailbox, device, prompt, approved: true });
	check(
		'review: approved, the device is decommissioned',
		talk.answers[0]?.[0]?.decommissioned === true && !(await isThere(stage, device)),
		talk.answers,
	);
}
