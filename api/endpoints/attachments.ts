import { post } from '../endpoint';

/** Form data with the files in parts `files`. They wait for what refers to them: nothing has changed before. */
export const temporaryUpload = post('/v2/attachments/temp/upload', { answers: 'list' });
