import { post } from '../endpoint';

export const attachments = {
	/** Form data with the files in parts `files`. They wait for what refers to them: nothing has changed before. */
	uploadTemporary: post('/v2/attachments/temp/upload', { answers: 'list' }),
};
