/** Loaded before Astro: when the process ends, tells the benchmark what it used. */
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { USAGE } from './build.ts';

if (isMainThread) process.on('exit', () => writeSync(USAGE, JSON.stringify(process.resourceUsage())));
