import type { IDataObject } from 'n8n-workflow';

/** A person's first and last name; empty where NinjaOne has neither. */
export const personName = ({ firstName, lastName }: IDataObject): string =>
	[firstName, lastName].filter(Boolean).join(' ');
