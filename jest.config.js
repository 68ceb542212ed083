// n8n logs every failing node; the tests look at the errors themselves.
process.env.N8N_LOG_LEVEL = 'silent';

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/playground', '<rootDir>/.cache'],
	// With its ending, since `NinjaOne.node` alone also names the codex, NinjaOne.node.json.
	moduleNameMapper: { '^(.*\\.node)\\.js$': '$1.ts' },
	setupFilesAfterEnv: ['<rootDir>/test/harness/setup.ts'],
	transform: {
		'^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.test.json' }],
	},
	// The engine alone takes about 500 MB a worker.
	maxWorkers: 2,
	workerIdleMemoryLimit: '1500MB',
	// Milliseconds; a last guard against a test that never ends. No test waits for time, so that a busy machine is no reason to fail.
	testTimeout: 300_000,
	collectCoverageFrom: ['{api,operations,resources,nodes,credentials}/**/*.ts'],
	coverageReporters: ['text-summary'],
	coverageThreshold: { global: { statements: 95, branches: 85, functions: 95, lines: 95 } },
};
