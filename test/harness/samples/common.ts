/** What the samples of several resources name. */

export const byId = (value: number | string) => ({ __rl: true, mode: 'id', value });

export const byName = (value: string) => ({ __rl: true, mode: 'name', value });

/** A Windows workstation, and a Windows server; both are online. */
export const workstation = 5;
export const windowsServer = 57;

/** An alert that certainly exists is asked for by the caller; this one has the right form only. */
export const someUid = '0b7cf9e2-6a1d-4c58-9f0e-2d1a3b4c5d6e';

/** A device that waits for approval, by the caller's doing. */
export const pendingDevice = 61;

export const inGerman = { wording: { language: 'de', timeZone: 'Europe/Berlin' } };
