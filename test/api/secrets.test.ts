import { hide } from '../../api/secrets';

describe('what is hidden', () => {
	it('is each secret once, also where one is a part of another or of what stands in its place', () => {
		const secrets = ['n', 'pass', 'password!'];
		const shown = 'password! and pass';
		expect(hide(shown, secrets)).toBe('[hidden] a[hidden]d [hidden]');
		expect(hide(hide(shown, secrets), secrets)).toBe(hide(shown, secrets));
	});

	it('is the longest of two secrets that overlap', () => {
		expect(hide('abcdef', ['ab', 'bcdef'])).toBe('a[hidden]');
	});
});
