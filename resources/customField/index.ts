import type { Resource } from '../../operations/operation';
import { get } from './get';
import { getMany } from './getMany';
import { getSignedUrls } from './getSignedUrls';
import { update } from './update';
import { updateMany } from './updateMany';

export const customField: Resource = {
	name: 'Custom Field',
	description: 'Values that an account keeps in fields of its own on devices and other records',
	operations: { get, getMany, getSignedUrls, update, updateMany },
};
