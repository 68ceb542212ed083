import { scriptResult } from '../../api/scriptResult';

const message = (result: string, word: string, text: string) =>
	`Action completed: Run Disk check\nResult: ${result}\nOutput: Action: Run Disk check, Result: ${word}\r\n${text}`;

describe("a script's last activity", () => {
	it('tells result and console text in its message', () => {
		const text = 'C: 12 % free\nResult: SUCCESS, or so it says\n\n  D: full';
		expect(scriptResult({ message: message('FAILURE', 'Failed', text) })).toEqual({
			result: 'FAILURE',
			output: text,
		});
	});

	it.each([
		[
			'in one line',
			'Action completed: Run A Result: SUCCESS Output: Action: Run A, Result: Success\nHi',
		],
		[
			'with the label on a line of its own',
			'Action completed: Run A\n\nResult: SUCCESS\n\nOutput:\nAction: Run A, Result: Success\nHi\n',
		],
		['without the repeated line', 'Action completed: Run A\nResult: SUCCESS\nOutput:\nHi'],
	])('is read %s', (_, text) => {
		expect(scriptResult({ message: text })).toEqual({ result: 'SUCCESS', output: 'Hi' });
	});

	it('may have an exit code next to the result, or in its data', () => {
		const text = message('FAILURE', 'Failed, Exit code: -3', 'exit code: 9');
		expect(scriptResult({ message: text })).toMatchObject({ exitCode: -3 });
		expect(scriptResult({ data: { result: { exitCode: 7 } } })).toEqual({ exitCode: 7 });
		expect(
			scriptResult({ data: { message: { params: { resultCode: '2', stdout: 'x' } } } }),
		).toEqual({ exitCode: 2, output: 'x' });
		expect(scriptResult({ data: { resultCode: 'SUCCESS', exitCode: '' } })).toEqual({});
	});

	it('without console text has an empty one, and without a label none', () => {
		expect(scriptResult({ message: message('SUCCESS', 'Success', '') })).toMatchObject({
			output: '',
		});
		expect(scriptResult({ message: 'Action completed: Run A\nResult: SUCCESS' })).toEqual({
			result: 'SUCCESS',
		});
	});

	it('counts as failed when either its result or its message says so', () => {
		const failed = { result: 'FAILURE' };
		expect(
			scriptResult({ activityResult: 'SUCCESS', message: message('FAILURE', 'Failed', '') }),
		).toMatchObject(failed);
		expect(
			scriptResult({ activityResult: 'FAILURE', message: message('SUCCESS', 'Success', '') }),
		).toMatchObject(failed);
	});

	it.each([undefined, '', 'Aktion abgeschlossen: Ergebnis: SUCCESS', 'Output: Result: SUCCESS'])(
		'in other words (%j) is left unread',
		(text) => {
			expect(scriptResult({ message: text })).toEqual({});
		},
	);
});
