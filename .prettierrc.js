module.exports = {
	printWidth: 100,
	singleQuote: true,
	trailingComma: 'all',
	useTabs: true,
	endOfLine: 'lf',
};
