/** The entries that have a value; null is one. */
export const defined = <Row extends object>(row: Row): Partial<Row> =>
	Object.fromEntries(
		Object.entries(row).filter(([, value]) => value !== undefined),
	) as Partial<Row>;

/** Those of several texts that there are, with blanks between them. */
export const joined = (...texts: unknown[]): string => texts.filter(Boolean).join(' ');
