/**
 * Where the test files of a worker run: in the process's own realm, one after the other. Jest's stock environment gives
 * each file a realm of its own, for which it has to load n8n's engine anew (2,000 modules, 2 s), and in which n8n's
 * errors are no instances of the test's Error. Here packages are loaded once (see package.js); the project's modules
 * are still loaded anew for each file, and what a file leaves on the global object goes with it.
 */
const vm = require('node:vm');
const { ModuleMocker } = require('jest-mock');
require('./network.js');

const { compileFunction } = vm;
const processRealm = {};

// Jest compiles each module by this, in the realm that its environment names.
vm.compileFunction = (code, parameters, options) =>
	compileFunction(code, parameters, {
		...options,
		parsingContext: options?.parsingContext === processRealm ? undefined : options?.parsingContext,
	});

const globals = () => Object.getOwnPropertyDescriptors(globalThis);

module.exports = class ProcessEnvironment {
	constructor() {
		this.before = globals();
		this.exit = process.exit;
		this.global = globalThis;
		this.global.requirePackage = require;
		this.moduleMocker = new ModuleMocker(globalThis);
		this.fakeTimers = null;
		this.fakeTimersModern = null;
	}

	exportConditions() {
		return ['node', 'node-addons'];
	}

	getVmContext() {
		return processRealm;
	}

	async setup() {}

	async teardown() {
		process.exit = this.exit;
		for (const name of Reflect.ownKeys(globalThis)) {
			const { configurable } = Object.getOwnPropertyDescriptor(globalThis, name);
			if (configurable && !(name in this.before)) delete globalThis[name];
		}
		Object.defineProperties(globalThis, this.before);
	}
};
