import 'reflect-metadata';
import { unwatchRequests, watchRequests } from './timeouts.js';
import { waits } from './waits';

/** Waiting is recorded instead of done: retries take no time, and tests can look at how long they would. */
jest.mock('n8n-workflow', () => {
	const actual = jest.requireActual<typeof import('n8n-workflow')>('n8n-workflow');
	const recorder = jest.requireActual<typeof import('./waits')>('./waits');
	return { ...actual, sleep: recorder.recordWait };
});

beforeAll(() => {
	watchRequests();
});

beforeEach(() => {
	waits.length = 0;
});

afterAll(() => {
	unwatchRequests();
});
