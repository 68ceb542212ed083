/** A file with its content, on its way to NinjaOne or from there. */
export interface File {
	fileName: string;
	/** MIME type. */
	mimeType: string;
	content: Buffer;
}

/** One part of a multipart/form-data body. */
export type FormPart =
	| { name: string; value: string | number }
	| { name: string; json: unknown }
	| { name: string; file: File };

/** A form that n8n's helper can send, as often as it takes. */
export function formData(parts: readonly FormPart[]): FormData {
	const form = new FormData();
	for (const part of parts) {
		if ('file' in part) {
			const { content, mimeType, fileName } = part.file;
			form.append(part.name, new Blob([content], { type: mimeType }), fileName);
		} else if ('json' in part) {
			const text = JSON.stringify(part.json);
			form.append(part.name, new Blob([text], { type: 'application/json' }));
		} else {
			form.append(part.name, String(part.value));
		}
	}
	return form;
}

/** A part as it may be shown: what is in a file is left out. */
export function shownPart(part: FormPart): FormPart {
	if (!('file' in part)) return part;
	const { fileName, mimeType, content } = part.file;
	return { name: part.name, value: `${fileName} (${mimeType}, ${content.length} bytes)` };
}
