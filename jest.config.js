// n8n logs every failing node; the tests look at the errors themselves.
process.env.N8N_LOG_LEVEL = 'silent';

/** Packages that tests and what they test import. Node loads each once for a worker; see test/harness/environment.js. */
const packages = [
	'@faker-js',
	'@fastify',
	'fastify',
	'n8n-core',
	'n8n-workflow',
	'nock',
	'openapi-backend',
	'reflect-metadata',
	'undici',
	'zod',
];

const project = (displayName, more = {}) => ({
	displayName,
	testEnvironment: '<rootDir>/test/harness/environment.js',
	testMatch: [`<rootDir>/test/${displayName}/**/*.test.ts`],
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/playground', '<rootDir>/.cache'],
	// With its ending, since `NinjaOne.node` alone also names the codex, NinjaOne.node.json.
	moduleNameMapper: { '^(.*\\.node)\\.js$': '$1.ts' },
	transform: {
		'/node_modules/': '<rootDir>/test/harness/package.js',
		'^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.test.json' }],
	},
	transformIgnorePatterns: [`/node_modules/(?!(${packages.join('|')})/)`],
	...more,
});

const withoutNetwork = { setupFilesAfterEnv: ['<rootDir>/test/harness/setup.ts'] };

/** @type {import('jest').Config} */
module.exports = {
	projects: [
		project('engine', withoutNetwork),
		project('rules', withoutNetwork),
		project('api', withoutNetwork),
		project('simulator'),
	],
	maxWorkers: 2,
	// Milliseconds; a last guard against a test that never ends. No test waits for time, so that a busy machine is no reason to fail.
	testTimeout: 300_000,
	collectCoverageFrom: ['{api,operations,resources,nodes,credentials}/**/*.ts'],
	coverageReporters: ['text-summary'],
	coverageThreshold: { global: { statements: 95, branches: 85, functions: 95, lines: 95 } },
};
