import { chain, START } from '../lib/workflows.mjs';
import { lookAtEnd, protectForm, signedIn, submit } from '../lib/forms.mjs';

const CSV = [
	'Device,Owner department,Seat count,Support tier,Contract end,Shelf',
	'{3},Finance,12,Gold,2030-01-31,A1',
	'No Such Device,Finance,1,Gold,2030-01-31,A2',
	'{4},Finance,twelve,Gold,2030-01-31,A3',
	'{5},Research,3,Platinum plus,2030-01-31,A4',
	'{6},Research,4,,,A5',
	',Research,4,Gold,,A6',
];
const ROWS = [
	{ Device: 7, 'Owner department': 'Storage', 'Seat count': 5 },
	{ Device: 8, 'Owner department': 'Storage', 'Seat count': 5000 },
];

export default {
	file: 'examples/08-custom-fields-from-spreadsheet.json',
	title: 'Rows of a CSV or Excel file are written, wrong ones are told and left',

	async play(stage) {
		const { n8n, simulator, check, importExample, activate, executions } = stage;
		const id = await importExample();
		const form = await protectForm(n8n, id);
		await activate(id);
		const before = await fieldsOf(simulator, [4, 5]);

		const list = new File([await withNames(simulator, CSV)], 'fields.csv', { type: 'text/csv' });
		const stranger = await submit(form, [list]);
		check('who does not sign in is refused', stranger.status === 401, stranger);
		const { next } = await submit(form, [list], signedIn);
		const page = await lookAtEnd(next);
		check(
			'the page at the end counts the rows',
			page.text.includes('2 rows were written, 4 were not'),
			page,
		);
		const [first] = await executions(id, 1);
		await tellsEachRow(stage, first);

		const [three, six] = await fieldsOf(simulator, [3, 6]);
		check(
			'the values of a right row are in NinjaOne',
			three.deviceOwnerDepartment === 'Finance' &&
				three.deviceSeatCount === 12 &&
				three.deviceSupportTier,
			three,
		);
		check('so are those of a row with empty cells', six.deviceSeatCount === 4, six);
		const after = await fieldsOf(simulator, [4, 5]);
		check('nothing of a wrong row is', JSON.stringify(after) === JSON.stringify(before), after);

		await uploadExcel(stage, form);
		const [, second] = await executions(id, 2);
		check('a file of Excel is read, too', second.output('Read Excel').length === 2, second.error);
		const [seven] = await fieldsOf(simulator, [7]);
		check(
			'its right row is written',
			seven.deviceOwnerDepartment === 'Storage' && seven.deviceSeatCount === 5,
			seven,
		);
		const [told] = second.output('Not Written');
		check('its wrong row is told', told?.Row === 3 && /Seat count/.test(told.Detail), told);

		const right = new File(['Device,Seat count\r\n9,7\r\n10,8'], 'right.csv', { type: 'text/csv' });
		const end = await lookAtEnd((await submit(form, [right], signedIn)).next);
		check(
			'a file without a mistake ends the same way',
			end.text.includes('2 rows were written, 0 were not'),
			end,
		);
	},
};

const fieldsOf = async (simulator, ids) =>
	await Promise.all(ids.map((id) => simulator.read(`v2/device/${id}/custom-fields`)));

/** Devices are named in the sheet as people know them. */
async function withNames(simulator, lines) {
	const devices = await simulator.read('v2/devices?pageSize=100');
	const nameOf = (id) => devices.find((device) => device.id === Number(id)).systemName;
	return lines.join('\r\n').replace(/\{(\d+)\}/g, (_, id) => nameOf(id));
}

async function tellsEachRow({ check, textOf, keep }, execution) {
	check('the file runs it without a fault', execution.status === 'success', execution.error);
	const rows = execution.output('In the Order of the Sheet');
	check('each row is told, in order', rows.map(({ Row }) => Row).join() === '2,3,4,5,6,7', rows);
	const written = rows.filter(({ Result }) => Result === 'written').map(({ Row }) => Row);
	check('two of them as written', written.join() === '2,6', rows);
	const problems = rows.map(({ Detail }) => Detail);
	check(
		'the others with what is wrong',
		/No Such Device/.test(problems[1]) &&
			/Seat count/.test(problems[2]) &&
			/Support tier/.test(problems[3]) &&
			/"Device" came out empty/.test(problems[5]),
		problems,
	);
	check('a column that is no field is named', rows[0]['Ignored columns'] === 'Shelf', rows[0]);
	const file = await textOf(execution.files('Outcome')[0]);
	await keep('outcome.csv', file);
	check('the file that comes back has the rows', file.trim().split('\n').length === 7, file);
}

/** n8n makes the file and uploads it: Excel's format is more than a test should write. */
async function uploadExcel({ n8n, run }, form) {
	const upload = chain(
		'upload-excel',
		'Upload an Excel file',
		START,
		{
			name: 'Rows',
			type: 'n8n-nodes-base.code',
			typeVersion: 2,
			parameters: { jsCode: `return ${JSON.stringify(ROWS.map((json) => ({ json })))};` },
		},
		{
			name: 'Excel',
			type: 'n8n-nodes-base.convertToFile',
			typeVersion: 1.1,
			parameters: { operation: 'xlsx', options: { fileName: 'fields.xlsx' } },
		},
		{
			name: 'Upload',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				method: 'POST',
				url: form,
				sendHeaders: true,
				headerParameters: {
					parameters: [{ name: 'Authorization', value: signedIn.authorization }],
				},
				sendBody: true,
				contentType: 'multipart-form-data',
				bodyParameters: {
					parameters: [
						{ parameterType: 'formBinaryData', name: 'field-0', inputDataFieldName: 'data' },
					],
				},
			},
		},
	);
	const execution = await run(await n8n.importWorkflow(upload), 'Start');
	await lookAtEnd(execution.output('Upload')[0].formWaitingUrl);
}
