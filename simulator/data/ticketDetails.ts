import type { AttributeValue, Ticket, TicketAttribute, TicketForm, User } from '../../contracts';
import type { Random } from './random';

/** A ticket with what no answer shows. */
export interface TicketRecord extends Ticket {
	parentTicketId?: number;
}

const day = 86_400;
const tagNames = ['vip', 'hardware', 'software', 'network', 'onboarding', 'recurring'];

/** What an update that is not careful would lose. Most tickets have some of it, every tenth has all. */
export function detailsOf(
	random: Random,
	cast: {
		technicians: readonly User[];
		requesters: readonly User[];
		form: TicketForm;
		now: number;
	},
) {
	const full = random.chance(0.1);
	const has = (probability: number) => random.chance(probability) || full;
	return {
		tags: has(0.6) ? some(random, tagNames, 3) : [],
		ccList: has(0.3)
			? { uids: [random.pick(cast.requesters).uid], emails: ['audit@msp.example'] }
			: { uids: [], emails: [] },
		attributeValues: has(0.6) ? attributeValuesOf(random, cast.form, cast.now) : [],
		additionalAssignedTechnicianIds: has(0.3)
			? some(
					random,
					cast.technicians.map(({ id }) => id),
					2,
				)
			: [],
		...(has(0.3) && { followupTime: cast.now + random.integer(1, 30) * day }),
	};
}

/** One to so many of the choices, each once. */
const some = <T>(random: Random, choices: readonly T[], most: number): T[] => [
	...new Set(Array.from({ length: random.integer(1, most) }, () => random.pick(choices))),
];

const attributeValuesOf = (random: Random, { fields }: TicketForm, now: number): AttributeValue[] =>
	fields.map((field) => ({
		id: 10_000 + random.integer(1, 900_000_000),
		attributeId: field.id,
		value: valueOf(field, random, now),
	}));

function valueOf({ attributeType, name, content }: TicketAttribute, random: Random, now: number) {
	const options = (content.values ?? []).map(({ id }) => id);
	switch (attributeType) {
		case 'NUMERIC':
			return random.integer(1, 50);
		case 'CHECKBOX':
			return random.chance(0.5);
		case 'DATE':
			return (now + random.integer(1, 30) * day) * 1000;
		case 'DROPDOWN':
			return random.pick(options);
		case 'MULTI_SELECT':
			return some(random, options, 2);
		default:
			return `${name} ${random.integer(1, 99)}`;
	}
}
