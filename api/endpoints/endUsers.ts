import { del, get, patch, post } from '../endpoint';
import { whole } from '../paging';

/** Without roles: those are in `users`, where they can be asked for. */
export const endUsers = get('/v2/user/end-users', { paging: whole });
export const organizationEndUsers = get('/v2/organization/{id}/end-users', { paging: whole });
export const endUser = get('/v2/user/end-user/{id}');
/** Repeated, it can make a second end user, and it sends a second invitation. */
export const endUserCreate = post('/v2/user/end-users', { effect: 'dispatch', answers: 'record' });
/** Changes the fields that are named and no others; email address and phone number cannot be changed. */
export const endUserUpdate = patch('/v2/user/end-user/{id}', { answers: 'record' });
export const endUserDelete = del('/v2/user/end-user/{id}', { effect: 'destroy' });
