/** Paths of a folder's files by their ending, from the root of the repository on: `glob('api/**' + '/*.ts')`. */
export function glob(pattern: string): string[];
export function readText(path: string): string;
