import table from './answerShapes.json';

/**
 * What a value is, in few letters: `integer`, `number`, `string`, `boolean`, `uuid`, `date-time` or `any`; `=VALUE` for an
 * enumeration that begins with it; `#Name` for a shape of that name; a list of one shape; or properties, where `*` stands
 * for names that are not fixed. That a property is always there is said of none of them.
 */
export type Shape = string | readonly [Shape] | Properties;
export interface Properties {
	readonly [name: string]: Shape;
}

export interface AnswerShapes {
	/** By "METHOD /path". */
	answers: Record<string, Shape>;
	shapes: Record<string, Properties>;
}

const { answers, shapes } = table as unknown as AnswerShapes;

/** What NinjaOne's OpenAPI file declares of answers (`npm run shapes`), and what its other parts tell where it is silent. */
export const answerShapes: AnswerShapes = {
	shapes,
	answers: {
		...answers,
		// What a device tells depends on what it is; one with an agent tells of its system, memory and disks.
		'GET /v2/device/{id}': '#AgentDevice',
		'GET /v2/devices-detailed': ['#AgentDevice'],
		// The file says "results" and no more of any page; definitions are what the request for one answers.
		'GET /v2/custom-fields': {
			...shapes.SupportPaginationResponse,
			results: ['#AttributePublicApiDTO'],
		},
		// A row has the columns of its board; with every one comes its ID, and the status is an object.
		'POST /v2/ticketing/trigger/board/{boardId}/run': {
			...shapes.TicketDashboardPublicApiDTO,
			data: [{ id: 'integer', status: '#TicketStatusPublicApiDTO' }],
		},
	},
};
