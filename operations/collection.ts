import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { inputError } from '../api/errors';
import { methodsOf } from './methods';
import type { Field, Fields, FieldProperty, GivenOf, ReadingContext, ValuesOf } from './field';
import { lookUpIn } from './lookUp';
import { isBlankAtFirst, cameOutEmpty, isBlank, isLeftOut, isNothing } from './written';

/** Values of a collection: what the user did not add is absent. */
export type Added<F extends Fields> = Partial<ValuesOf<F>>;
type AddedAsGiven<F extends Fields> = Partial<GivenOf<F>>;
type CollectionField<F extends Fields> = Field<Added<F>, AddedAsGiven<F>>;

interface CollectionLook extends Pick<FieldProperty, 'displayName'> {
	placeholder: string;
	description?: string;
}

/**
 * Optional fields that the user adds one by one; n8n shows them in order of their names. One that was added and has
 * nothing is a mistake: n8n hands over the name of it, unlike that of one that was not added. A blank text means "not
 * given" where the field is blank at first, since a workflow has no other way to say so for some of its items.
 */
export function collection<F extends Fields>(look: CollectionLook, fields: F): CollectionField<F> {
	return {
		...formOf(look, fields),
		parse(value, context) {
			const read = added(fields, value, context).map(({ name, field, given, about }) => {
				if (isNothing(given)) throw cameOutEmpty(about.label);
				if (isBlank(given) && !isBlankAtFirst(field) && field.property.type !== 'json') {
					throw cameOutEmpty(about.label);
				}
				return [name, field.parse(given, about)] as const;
			});
			return Object.fromEntries(read) as AddedAsGiven<F>;
		},
	};
}

/** A collection in which something must be set: an update that changes nothing is a mistake. */
export function changes<F extends Fields>(look: CollectionLook, fields: F): CollectionField<F> {
	const field = collection(look, fields);
	return {
		...field,
		parse(value, context) {
			const added = field.parse(value, context);
			if (Object.values(added).some((change) => change !== undefined)) return added;
			throw inputError(context.label, 'has no field to change', 'Add at least one field to it.');
		},
	};
}

/**
 * A collection of filters: one that was added has to filter. Without it the operation would reach further than meant
 * (an expression that gave no organization would mean all of them), and a list is often what a change works through.
 * Only a model that reads may leave one out: n8n has it give a value for each.
 */
export function filterCollection<F extends Fields>(
	look: CollectionLook,
	fields: F,
): CollectionField<F> {
	return {
		...formOf(look, fields),
		parse(value, context) {
			const read: Record<string, unknown> = {};
			for (const { name, field, given, about } of added(fields, value, context)) {
				const filter = isBlank(given) ? undefined : field.parse(given, about);
				if (!isBlank(filter)) {
					read[name] = filter;
				} else if (about.isChange || !isLeftOut(given, about.written)) {
					throw inputError(
						context.label,
						`holds "${about.label}" without a value, so nothing was sent`,
						'Give it a value, or take it out. An expression may have come out empty.',
					);
				}
			}
			return read as AddedAsGiven<F>;
		},
	};
}

/** What was added, with what is to be known to read it. */
function added(fields: Fields, value: unknown, context: ReadingContext) {
	const given = (value ?? {}) as IDataObject;
	const written = (context.written ?? {}) as IDataObject;
	return Object.entries(fields)
		.filter(([name]) => name in given)
		.map(([name, field]) => {
			const label = field.property.displayName;
			const about = { ...context, label, written: written[name] };
			return { name, field, given: given[name], about };
		});
}

/** What a collection has besides its reading: names inside it are looked up, too. */
function formOf<F extends Fields>(look: CollectionLook, fields: F) {
	const property: FieldProperty = {
		...look,
		type: 'collection',
		default: {},
		options: Object.entries(fields)
			.map(([name, { property }]) => optional(name, property))
			.sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
	return {
		property,
		methods: methodsOf(fields),
		lookUp: lookUpIn(fields),
	};
}

/** n8n takes no `required` inside a collection. */
function optional(name: string, { displayName, ...rest }: FieldProperty): INodeProperties {
	const parameter = { displayName, name, ...rest };
	delete parameter.required;
	return parameter;
}
