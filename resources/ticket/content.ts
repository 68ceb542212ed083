import type { IDataObject } from 'n8n-workflow';

/** How a text was given; see contentFields. */
export interface ContentOptions {
	format?: 'text' | 'html';
	timeTracked?: number;
	timeTrackedUnit?: 'minutes' | 'seconds';
	duplicateInIncidents?: boolean;
}

/**
 * A description or a comment as NinjaOne takes it.
 * @param isPublic NinjaOne's own standard is true, which mails the requester: so it is always said
 */
export function contentOf(
	text: string | undefined,
	isPublic: boolean,
	{ format, timeTracked, timeTrackedUnit, duplicateInIncidents }: ContentOptions,
): IDataObject {
	const seconds = (timeTracked ?? 0) * (timeTrackedUnit === 'seconds' ? 1 : 60);
	return {
		public: isPublic,
		...(text === undefined ? {} : { [format === 'html' ? 'htmlBody' : 'body']: text }),
		...(seconds > 0 ? { timeTracked: seconds } : {}),
		...(duplicateInIncidents ? { duplicateInIncidents } : {}),
	};
}
