import type { FastifyReply } from 'fastify';

/** Answers with a file, under its name. */
export const download = (
	reply: FastifyReply,
	file: { fileName: string; contentType: string; content: Buffer | string },
) =>
	reply
		.type(file.contentType)
		.header(
			'content-disposition',
			`attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
		)
		.send(file.content);
