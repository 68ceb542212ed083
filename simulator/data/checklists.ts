import type { Checklist, ChecklistTemplate } from '../../contracts';
import type { SeedSource } from '../state/documentation';

const firstTemplate = 4801;
const firstChecklist = 4601;
const day = 86_400;

const templates = [
	{
		name: 'New organization',
		required: true,
		tasks: ['Install agents', 'Set policies', 'Invite end users'],
	},
	{ name: 'Quarterly review', required: false, tasks: ['Check backups', 'Check patches'] },
	{ name: 'Office move', required: false, tasks: ['Order the line'], archived: true },
];
const described = (text: string) => ({ text, html: `<p>${text}</p>` });
const taskOf = (name: string) => ({ name, description: described(name) });

export const seedChecklistTemplates = ({ now }: SeedSource): ChecklistTemplate[] =>
	templates.map(({ name, required, tasks, archived = false }, at) => ({
		id: firstTemplate + at,
		name,
		description: described(`Steps for: ${name}`),
		tasks: tasks.map((task, place) => ({ position: place + 1, ...taskOf(task) })),
		required,
		lastUpdatedOn: now - 120 * day,
		archived,
		...(archived && { archiveTime: now - 60 * day }),
	}));

/** One for each organization, with its first task done. */
export const seedChecklists = ({ now, organizations, nextPartId }: SeedSource): Checklist[] =>
	organizations.map(({ id, name }, at) => ({
		id: firstChecklist + at,
		name: templates[0].name,
		description: described(`Steps for: ${templates[0].name}`),
		required: true,
		dueDate: now + (10 + at) * day,
		completed: false,
		completedTaskCount: 1,
		totalTaskCount: templates[0].tasks.length,
		tasks: templates[0].tasks.map((task, position) => ({
			id: nextPartId(),
			position,
			...taskOf(task),
			completed: position === 0,
			...(position === 0 && { completedOn: now - 5 * day }),
		})),
		organizationId: id,
		clientName: name,
		lastUpdatedOn: now - 5 * day,
		archived: false,
	}));
