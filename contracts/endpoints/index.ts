import type { Contract } from '../contract';
import { customFieldContracts } from './customFields';
import { deviceContracts } from './devices';
import { documentationContracts } from './documentation';
import { organizationContracts } from './organizations';
import { reportContracts } from './reports';
import { ticketingContracts } from './ticketing';

/** What every endpoint takes and gives, by "METHOD /path". */
export const contracts = {
	...deviceContracts,
	...reportContracts,
	...organizationContracts,
	...customFieldContracts,
	...ticketingContracts,
	...documentationContracts,
} satisfies Record<string, Contract>;

export type ContractKey = keyof typeof contracts;
