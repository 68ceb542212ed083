import type { DocumentTemplate } from '../../contracts';
import type { DocumentRecord, SeedSource } from '../state/documentation';
import type { Random } from './random';

const firstDocument = 3501;
const day = 86_400;

/** Every organization has a summary of its site and a line to the Internet, some have two. */
export function seedDocuments(
	[line, site]: readonly DocumentTemplate[],
	{ random, now, organizations }: SeedSource,
): DocumentRecord[] {
	const documents = organizations.flatMap(({ id, name }) => [
		recordOf(site, { name: site.name, organizationId: id, values: siteValues(name) }),
		...['Main line', 'Second line']
			.slice(0, random.integer(1, 2))
			.map((title) =>
				recordOf(line, { name: title, organizationId: id, values: lineValues(line, random, now) }),
			),
	]);
	const inUse = documents.map(({ values, ...document }, at) => {
		const updateTime = now - random.integer(1, 150) * day;
		const dated = Object.entries(values).map(([name, value]) => [name, { value, updateTime }]);
		return {
			...document,
			id: firstDocument + at,
			updateTime,
			values: Object.fromEntries(dated) as DocumentRecord['values'],
		};
	});
	return [formerLine(line, now), ...inUse];
}

/** One that has gone into the archive. */
const formerLine = ({ id }: DocumentTemplate, now: number): DocumentRecord => ({
	id: firstDocument - 1,
	organizationId: 1,
	documentTemplateId: id,
	name: 'Former line',
	updateTime: now - 150 * day,
	values: { provider: { value: 'Example Cable', updateTime: now - 150 * day } },
	archived: true,
});

const recordOf = (
	template: DocumentTemplate,
	about: { name: string; organizationId: number; values: Record<string, unknown> },
) => ({ documentTemplateId: template.id, archived: false, ...about });

const siteValues = (organization: string) => ({
	summary: { text: `About ${organization}`, html: `<p>About ${organization}</p>` },
	access: 'Ring twice.\nAsk at the desk.',
});

function lineValues(template: DocumentTemplate, random: Random, now: number) {
	const optionsOf = (name: string) =>
		template.fields
			.find(({ fieldName }) => fieldName === name)
			?.fieldContent?.values?.map(({ id }) => id) ?? [];
	return {
		provider: random.pick(['Example Fiber', 'Example Cable']),
		bandwidth: random.pick([100, 250, 500, 1000]),
		monthlyPrice: random.integer(200, 900) / 10,
		failover: random.chance(0.3),
		contractEnd: (Math.floor(now / day) + random.integer(10, 700)) * day * 1000,
		lineType: random.pick(optionsOf('lineType')),
		services: optionsOf('services').slice(0, random.integer(1, 3)),
		gateway: `192.0.2.${random.integer(1, 254)}`,
		portal: 'https://portal.example.com',
		portalPassword: 'seeded secret',
		notes: { text: 'Call first.', html: '<p>Call first.</p>' },
		lineNumber: `L-${random.integer(10_000, 99_999)}`,
		internalRating: random.integer(1, 5),
	};
}
