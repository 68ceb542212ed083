import type { NewLogEntry, User } from '../../contracts';
import type { NewEntry } from './ticketLog';

/** Who wrote an entry. */
export const writtenBy = ({ id, uid, userType }: User) => ({
	appUserContactUid: uid,
	appUserContactId: id,
	appUserContactType: userType,
});

/** The text of a description or a comment: what is given in one form is there in the other, too. */
export const contentsOf = ({
	public: publicEntry,
	htmlBody,
	body = plain(htmlBody ?? ''),
	timeTracked = 0,
}: NewLogEntry): Omit<NewEntry, 'type'> => ({
	body,
	htmlBody: htmlBody ?? body,
	publicEntry,
	timeTracked,
});

const plain = (html: string) => html.replace(/<[^>]*>/g, '');
