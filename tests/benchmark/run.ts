/**
 * `npm run bench`: builds, checks and serves the same stories with Nutgraf and with others, in turns, and tells what
 * each took. `docs/benchmarks.md` says what is measured and how to read it.
 *
 *     npm run bench -- --stories 1000 --runs 3 --against astro,eleventy,hugo --json figures.json
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import type { Cost } from './build.ts';
import { check } from './check.ts';
import { dev } from './dev.ts';
import { nutgrafSite, peerSite, peers } from './sites.ts';
import type { Peer, Site } from './sites.ts';

const { values } = parseArgs({
  options: {
    stories: { type: 'string', default: '1000' },
    runs: { type: 'string', default: '3' },
    against: { type: 'string', default: 'astro' },
    /** Which measures to take, by the first word of their names; all of them unless given. */
    only: { type: 'string', default: '' },
    json: { type: 'string' },
  },
});
const stories = countOf('stories', values.stories);
const runs = countOf('runs', values.runs);
const only = values.only.split(',').filter(Boolean);

/** What was measured, of each site by its name; in the order of the runs. */
const figures = new Map<string, Map<string, Cost[]>>();

const nutgraf = nutgrafSite(stories);
const others = values.against
  .split(',')
  .filter(Boolean)
  .flatMap((name) => {
    if (!peers.includes(name as Peer)) throw new Error(`Unexpected --against ${name}: expected ${peers.join(', ')}.`);
    const site = peerSite(name as Peer, stories);
    if (!site) console.log(`${name} is not on this machine, and is left out.`);
    return site ?? [];
  });
const all = [nutgraf, ...others];

try {
  console.log(`${stories} stories, ${runs} runs of each, Node ${process.version}\n`);
  const empty = peerSite('astro', 0)!;
  await measure('empty site', [empty], (site) => build(site, 0)).finally(() => empty.dispose());
  await measure('cold build', all, (site) => {
    site.clean();
    return build(site, stories);
  });
  if (wants('no') || wants('one')) {
    for (const site of all) {
      site.makeIncremental();
      site.clean();
      await build(site, stories);
    }
  }
  await measure('no change', all, (site) => build(site, stories));
  await measure('one story', all, (site, turn) => after(site, site.change(1 + (turn % stories))));
  await measure('one outlet of a tenth', [nutgraf], (site) => after(site, site.changeOutlet!()));
  await measure('one component of a tenth', [nutgraf], (site) => after(site, site.changeComponent!()));
  if (wants('check')) {
    nutgraf.clean();
    await measure('check, cold', [nutgraf], async (site) => {
      site.clean();
      return check(site);
    });
    await measure('check, warm', [nutgraf], check);
  }
  if (wants('dev')) {
    nutgraf.clean();
    for (let turn = 0; turn < runs; turn += 1) {
      for (const [what, cost] of Object.entries(await dev(nutgraf))) note(`dev: ${what}`, nutgraf, cost as Cost, turn);
    }
  }
  console.log(`\n${report()}`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(asJson(), null, 2)}\n`);
} finally {
  for (const site of all) site.dispose();
}

function wants(what: string): boolean {
  return !only.length || only.some((one) => what.startsWith(one));
}

/** Measures one site after the other, again and again: what disturbs the machine for a while disturbs all. */
async function measure(
  what: string,
  sites: readonly Site[],
  take: (site: Site, turn: number) => Promise<Cost>,
): Promise<void> {
  if (!wants(what)) return;
  for (let turn = 0; turn < runs; turn += 1) for (const site of sites) note(what, site, await take(site, turn), turn);
}

/** Builds after a change. @param isThere whether the site shows the change. */
async function after(site: Site, isThere: () => boolean): Promise<Cost> {
  const cost = await build(site, stories);
  if (!isThere()) throw new Error(`${site.name}: the changed page is the old one.`);
  return cost;
}

function note(what: string, { name }: Site, cost: Cost, turn: number): void {
  const bySite = figures.get(what) ?? figures.set(what, new Map()).get(what)!;
  bySite.set(name, [...(bySite.get(name) ?? []), cost]);
  console.log(`${what}, run ${turn + 1}, ${name}: ${told(cost)}`);
}

function told({ wall, processor, memory, files }: Cost): string {
  return [
    `${wall.toFixed(2)} s`,
    processor !== undefined && `${processor.toFixed(1)} s of processor`,
    memory !== undefined && `${memory.toFixed(0)} MB`,
    files !== undefined && `${files} files`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** A table of medians, and of the ratios of Nutgraf’s time to that of each other in the same turn. */
function report(): string {
  const rows = [...figures].flatMap(([what, bySite]) =>
    [...bySite].map(([name, costs]) => {
      const ours = bySite.get(nutgraf.name) ?? [];
      const ratios = costs.flatMap(({ wall }, turn) => (ours[turn] ? ours[turn].wall / wall : []));
      const ratio =
        name === nutgraf.name || !ratios.length
          ? ''
          : `${median(ratios).toFixed(2)} (${ratios.map((one) => one.toFixed(2)).join(', ')})`;
      const cells = (['wall', 'processor', 'memory', 'files'] as const).map((field) => {
        const known = costs.flatMap((cost) => cost[field] ?? []);
        return known.length ? median(known).toFixed(field === 'wall' ? 2 : field === 'processor' ? 1 : 0) : '';
      });
      return `| ${[what, name, ...cells, ratio].join(' | ')} |`;
    }),
  );
  return [
    '| Measure | Site | Seconds | of processor | MB | Files | Nutgraf’s time to its |',
    '|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function asJson(): object {
  const measures = [...figures].map(([what, bySite]) => [what, Object.fromEntries(bySite)]);
  return { stories, runs, node: process.version, measures: Object.fromEntries(measures) as object };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function countOf(option: string, value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1)
    throw new Error(`Unexpected --${option} ${value}: expected a number from 1.`);
  return count;
}
