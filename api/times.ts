/** NinjaOne counts times in seconds (custom fields aside); a time that is not given stays so. */
export const epochSeconds = (ms: number | undefined): number | undefined =>
	ms === undefined ? undefined : Math.floor(ms / 1000);
