/**
 * `npm run bench`: builds the same stories with Nutgraf and with plain Astro MDX, in turns, and tells
 * what each took. `docs/benchmarks.md` says what is measured and how to read it.
 *
 *     npm run bench -- --stories 1000 --runs 3
 */
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import type { Cost } from './build.ts';
import { makeSites } from './sites.ts';
import type { Site } from './sites.ts';

const { values } = parseArgs({
  options: { stories: { type: 'string', default: '1000' }, runs: { type: 'string', default: '3' } },
});
const stories = countOf('stories', values.stories);
const runs = countOf('runs', values.runs);

const sites = makeSites(stories);
const both = [sites.nutgraf, sites.plain];
try {
  console.log(`${stories} stories, ${runs} runs of each build, Node ${process.version}\n`);
  const cold = await inTurns('cold', async (site) => {
    site.clean();
    return build(site, stories);
  });

  for (const site of both) {
    site.makeIncremental();
    site.clean();
    await build(site, stories);
  }
  const warm = await inTurns('one changed story', async (site, run) => {
    const isChanged = site.change(1 + (run % stories));
    const cost = await build(site, stories);
    if (!isChanged()) throw new Error(`${site.name}: the changed story’s page is the old one.`);
    return cost;
  });

  console.log(`\n${report('Cold build', cold)}\n\n${report('Build after one changed story', warm)}`);
} finally {
  for (const site of both) site.dispose();
}

/** Measures one site after the other, again and again: what disturbs the machine for a while disturbs both. */
async function inTurns(what: string, measure: (site: Site, run: number) => Promise<Cost>): Promise<Cost[][]> {
  const costs: Cost[][] = both.map(() => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [index, site] of both.entries()) {
      const cost = await measure(site, run);
      costs[index]!.push(cost);
      console.log(
        `${what}, run ${run + 1}, ${site.name}: ${cost.wall.toFixed(1)} s, ${cost.processor.toFixed(1)} s of processor, ${cost.memory.toFixed(0)} MB`,
      );
    }
  }
  return costs;
}

/** A table of medians, and of the ratio of each pair of builds that ran one after the other. */
function report(title: string, [nutgraf = [], plain = []]: Cost[][]): string {
  const rows = (
    [
      ['Wall time', 'wall', 1, 's'],
      ['Processor time', 'processor', 1, 's'],
      ['Peak memory', 'memory', 0, 'MB'],
    ] as const
  ).map(([label, what, digits, unit]) => {
    const [ours, theirs] = [nutgraf, plain].map(
      (costs) => `${median(costs.map((cost) => cost[what])).toFixed(digits)} ${unit}`,
    );
    const ratios = nutgraf.map((cost, index) => cost[what] / plain[index]![what]);
    return `| ${label} | ${ours} | ${theirs} | ${median(ratios).toFixed(2)} | ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')} |`;
  });
  const names = both.map(({ name }) => name);
  return [`| ${[title, ...names, 'Ratio', 'Pair by pair'].join(' | ')} |`, '|---|---|---|---|---|', ...rows].join('\n');
}

function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function countOf(option: string, value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1)
    throw new Error(`Unexpected --${option} ${value}: expected a number from 1.`);
  return count;
}
