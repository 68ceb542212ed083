import { del, get, patch, post } from '../endpoint';
import { whole } from '../paging';

export const contacts = get('/v2/contacts', { paging: whole });
export const contact = get('/v2/contact/{id}');
/** Repeated, it makes a second contact: NinjaOne does not ask for names or addresses to be unique. */
export const contactCreate = post('/v2/contacts', { effect: 'dispatch', answers: 'record' });
/** Changes the fields that are named and no others. */
export const contactUpdate = patch('/v2/contact/{id}', { answers: 'record' });
export const contactDelete = del('/v2/contact/{id}', { effect: 'destroy' });
