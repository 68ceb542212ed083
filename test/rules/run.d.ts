export function runBash(
	script: string,
	argument: string,
): { stdout: string; status: number | null };
