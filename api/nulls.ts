/**
 * NinjaOne leaves a property out where it has no value, or sends null, and does both of the same property. Here the two
 * are one: what is read of an answer has no null in it, at any depth, so nothing stumbles over one or sends it back.
 *
 * What is handed out as NinjaOne's own keeps its nulls, see `asGiven`.
 */
export function withoutNulls<Value>(value: Value): Value {
	const cleaned = Array.isArray(value) ? withoutNullItems(value) : withoutNullProperties(value);
	return cleaned as Value;
}

function withoutNullItems(items: readonly unknown[]): readonly unknown[] {
	const cleaned = items.filter((item) => item !== null).map(withoutNulls);
	const isSame =
		cleaned.length === items.length && cleaned.every((item, index) => item === items[index]);
	return isSame ? items : cleaned;
}

function withoutNullProperties(value: unknown): unknown {
	if (!isPlain(value)) return value;
	const before = Object.entries(value);
	const after = before
		.filter(([, inner]) => inner !== null)
		.map(([name, inner]) => [name, withoutNulls(inner)] as const);
	const isSame = after.length === before.length && after.every(([name, to]) => to === value[name]);
	if (isSame) return value;
	const cleaned: Record<string, unknown> = Object.fromEntries(after);
	originals.set(cleaned, value);
	return cleaned;
}

/** Not a file's bytes. */
const isPlain = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** What NinjaOne sent, by what was read of it, for as long as that is in use. */
const originals = new WeakMap<object, object>();

/** A record exactly as NinjaOne sent it; one that was made here is itself. */
export const asGiven = <Row extends object>(row: Row): Row =>
	(originals.get(row) as Row | undefined) ?? row;
