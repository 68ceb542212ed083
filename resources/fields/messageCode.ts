import type { IDataObject } from 'n8n-workflow';

/** What an alert or activity says, as a code that stays the same in every language, such as `agent_cond_cpu`. */
export function messageCode({ data }: IDataObject): IDataObject[string] {
	const { message } = (data ?? {}) as { message?: unknown };
	const isObject = typeof message === 'object' && message !== null;
	return isObject ? ((message as IDataObject).code as IDataObject[string]) : undefined;
}
