/**
 * Reports the memory that a reader adds to this process, at its peak and in the end.
 *
 * Between two collections a heap is full of what nobody needs any more, and how much depends on chance. So this process
 * is started with --gc-global and a small young generation: V8 then collects everything about every two megabytes,
 * also in the middle of synchronous work, and what it finds alive is what counts.
 */
import 'reflect-metadata';
import { GCProfiler } from 'node:v8';
import { require as requireTs } from 'tsx/cjs/api';
import { report } from './report.mjs';

const { reader, input } = JSON.parse(process.argv[2]);
const { prepare } = requireTs(reader, import.meta.url);

/** Megabytes that are alive now. Twice, since what was weakly held goes in the second round. */
function alive() {
	globalThis.gc();
	globalThis.gc();
	const { heapUsed, external } = process.memoryUsage();
	return (heapUsed + external) / 1e6;
}

/** Megabytes that were alive after a collection. */
const aliveAfter = ({ afterGC: { heapStatistics: heap } }) =>
	(heap.usedHeapSize + heap.externalMemory) / 1e6;

const read = await prepare(input);
const before = alive();
const collections = new GCProfiler();
collections.start();
const rows = await read();
const after = alive();
const peak = Math.max(...collections.stop().statistics.map(aliveAfter));
// Counted last, so that the rows live until then.
report({ peak: peak - before, held: after - before, rows: rows.length });
