/** Paths of a folder's files by their ending, from the root of the repository on: `glob('api/**' + '/*.ts')`. */
export function glob(pattern: string): string[];
/** Whether the repository has a file or folder. */
export function isThere(path: string): boolean;
export function readText(path: string): string;
