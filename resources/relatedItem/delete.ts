import { relatedItems } from '../../api/endpoints/relatedItems';
import { call } from '../../api/request';
import { operation } from '../../operations/operation';
import { actOn, deletedRows, recordIds, type Order } from '../fields/archiving';

const order: Order = {
	endpoints: [relatedItems.delete],
	one: (relatedItemId) => call(relatedItems.delete, { path: { relatedItemId } }),
};

export const remove = operation({
	name: 'Delete',
	action: 'Delete related items',
	description: 'Delete one or more related items: links, attached files or secrets',
	endpoints: order.endpoints,
	fields: { ids: recordIds('Related Item') },
	bulk: { what: 'related items', count: ({ ids }) => ids.length },
	async run({ send }, { ids }) {
		const about = (relatedItemId: number) => ({ relatedItemId });
		return deletedRows(await actOn(send, ids, order, { about }));
	},
});
