import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { casesOf } from './cases.ts';
import type { Case } from './cases.ts';
import { targetsOf } from './targets.ts';
import { root } from './texts.ts';

/**
 * `npm run fuzz -- [--cases 100000] [--seed n] [--only reader] [--corpora folder]`: real texts, changed
 * by chance, before everything that reads them. A fault is told with its seed, and the text with which
 * it happens is kept; the same seed gives the same cases.
 */

/**
 * The CPU time that no case may take, in milliseconds, and after how much of it a case that says nothing is ended: by
 * the processor’s clock, for on a busy machine a case may wait for minutes.
 */
const [LONGEST, SILENCE] = [1_000, 30_000];

const cpuTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

interface Task {
  name: string;
  cases: number;
  seed: number;
  corpora?: string;
  /** The number of the case that is under way, and its text, so that one which never ends is known. */
  shared: SharedArrayBuffer;
}

interface Answer {
  tried: number;
  slowest: number;
  fault?: { reason: string; text: string; path: string };
}

if (isMainThread) await main();
else parentPort!.postMessage(await work(workerData as Task));

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '100000' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
      only: { type: 'string' },
      corpora: { type: 'string' },
    },
  });
  const seed = Number(values.seed);
  console.log(`Seed ${seed}, ${Number(values.cases).toLocaleString('en')} cases each.`);
  let faults = 0;
  for (const { name } of await targetsOf(values.corpora)) {
    if (values.only && !name.includes(values.only)) continue;
    const shared = new SharedArrayBuffer(1 << 20);
    const task: Task = {
      name,
      cases: Number(values.cases),
      seed,
      shared,
      ...(values.corpora && { corpora: values.corpora }),
    };
    const before = cpuTime();
    const { tried, slowest, fault } = await watched(task);
    const each = (cpuTime() - before) / Math.max(tried, 1);
    const told = `${name.padEnd(16)} ${tried.toLocaleString('en').padStart(8)} cases of ${each.toFixed(1)} ms, the slowest ${slowest.toFixed(0)} ms`;
    if (!fault) {
      console.log(`${told}: no fault`);
      continue;
    }
    faults += 1;
    const folder = join(root, 'tests/.fuzz');
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${name.replaceAll(' ', '-')}-${seed}.txt`);
    writeFileSync(file, fault.text);
    console.log(`${told}\n  ${fault.reason}\n  seed ${seed}, path ${fault.path}, text in ${file}`);
  }
  process.exitCode = faults ? 1 : 0;
}

/** Runs a task in a thread, and ends it when nothing is heard of it. */
function watched(task: Task): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task });
    const head = new Int32Array(task.shared, 0, 2);
    let [last, since] = [-1, cpuTime()];
    const clock = setInterval(() => {
      const now = Atomics.load(head, 0);
      if (now !== last) [last, since] = [now, cpuTime()];
      else if (now > 0 && cpuTime() - since > SILENCE) {
        clearInterval(clock);
        const text = Buffer.from(new Uint8Array(task.shared, 8, Atomics.load(head, 1)).slice()).toString();
        void worker.terminate();
        resolve({ tried: now, slowest: Infinity, fault: { reason: 'it does not end', text, path: `case ${now}` } });
      }
    }, 1_000);
    worker.once('message', (answer: Answer) => {
      clearInterval(clock);
      resolve(answer);
    });
    worker.once('error', (error) => {
      clearInterval(clock);
      reject(error as Error);
    });
  });
}

async function work({ name, cases, seed, corpora, shared }: Task): Promise<Answer> {
  const target = (await targetsOf(corpora)).find((one) => one.name === name)!;
  const head = new Int32Array(shared, 0, 2);
  const text = new Uint8Array(shared, 8);
  let [tried, slowest] = [0, 0];
  const property = fc.asyncProperty(casesOf(target.texts), async (one: Case) => {
    tried += 1;
    Atomics.store(head, 1, new TextEncoder().encodeInto(one.text, text).written);
    Atomics.store(head, 0, tried);
    const before = process.threadCpuUsage();
    const reason = await target.try(one);
    const { user, system } = process.threadCpuUsage(before);
    const time = (user + system) / 1_000;
    slowest = Math.max(slowest, time);
    if (reason) throw new Error(reason);
    if (time > LONGEST) throw new Error(`it takes ${time.toFixed(0)} ms`);
  });
  const found = await fc.check(property, { seed, numRuns: cases });
  const told = { tried: Math.min(tried, cases), slowest };
  if (!found.failed) return told;
  const reason = String((found.errorInstance as Error | undefined)?.stack ?? found.errorInstance)
    .split('\n')
    .slice(0, 4)
    .join('\n  ');
  return {
    ...told,
    fault: { reason, text: found.counterexample?.[0].text ?? '', path: found.counterexamplePath ?? '' },
  };
}
