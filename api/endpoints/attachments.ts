import { post } from '../endpoint';

/** Form data with the files in parts `files`. Repeated, it stages each file twice. */
export const temporaryUpload = post('/v2/attachments/temp/upload', {
	effect: 'dispatch',
	answers: 'list',
});
