import type { File } from '../../../api/form';

const file = (fileName: string, mimeType: string, content: string): File => ({
	fileName,
	mimeType,
	content: Buffer.from(content),
});

/** The binary fields of the item that samples are run with. */
export const sampleFiles: Readonly<Record<string, File>> = {
	data: file('runbook.txt', 'text/plain', 'Order the laptop two weeks ahead.'),
	picture: file('rack.png', 'image/png', 'not really a picture'),
};
