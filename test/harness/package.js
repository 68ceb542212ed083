/** Hands a package to the tests as Node loaded it for the process, in place of a copy for each test file. */
module.exports = {
	process: (_, path) => ({ code: `module.exports = requirePackage(${JSON.stringify(path)});` }),
};
