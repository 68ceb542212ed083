import 'reflect-metadata';
import nock from 'nock';
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
	nock.disableNetConnect();
	nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[::1\])/);
});

beforeEach(() => {
	waits.length = 0;
});

afterEach(() => {
	nock.cleanAll();
});

afterAll(() => {
	unwatchRequests();
	nock.restore();
});
