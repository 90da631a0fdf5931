/**
 * Draws what `npm run bench -- --json figures.json` has measured as charts for `docs/benchmarks.md`, by the code that
 * draws charts in stories. Of a machine that others used too, time on the processor says more:
 *
 *     node tests/benchmark/charts.ts figures.json docs/benchmarks [processor]
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawChart } from '../../src/components/Chart/draw.ts';
import { toHtml } from '../../src/renderings/html.ts';
import type { Cost } from './build.ts';

interface Figures {
  stories: number;
  measures: Record<string, Record<string, Cost[]>>;
}

/** The page that shows them has no styles of ours. */
const colours = `<style>svg{color-scheme:light dark;font-family:sans-serif;background:light-dark(#fff,#17191a);--ink:light-dark(#17191a,#e7e6df);--soft:light-dark(#484c4a,#b5b8b1);--line:light-dark(#cdd1ca,#3b4441);--accent:light-dark(#0a5343,#86d3b8)}text{fill:var(--ink)}</style>`;

const [file = '', folder = '', given] = process.argv.slice(2);
const field = given === 'processor' ? given : 'wall';
const { stories, measures } = JSON.parse(readFileSync(file, 'utf8')) as Figures;
mkdirSync(folder, { recursive: true });
for (const [measure, bySite] of Object.entries(measures)) {
  const points = Object.entries(bySite).flatMap(([site, costs]) => {
    const known = costs.flatMap((cost) => cost[field] ?? []);
    return known.length ? [{ x: site, y: median(known), series: '' }] : [];
  });
  if (points.length < 2) continue;
  const drawn = {
    x: { name: 'Site', kind: 'words' as const },
    y: { name: 'Seconds', kind: 'number' as const, decimals: [0, 1] as [number, number] },
    points,
  };
  const svg = drawChart({ type: 'bars', drawn }, 'en', 'wide');
  const [, , width, height] = String(svg.properties['viewBox']).split(' ');
  const alone = { ...svg.properties, className: undefined, xmlns: 'http://www.w3.org/2000/svg', width, height };
  const html = toHtml({ type: 'root', children: [{ ...svg, properties: alone }] });
  writeFileSync(
    join(folder, `${measure.replaceAll(' ', '-')}-${stories}.svg`),
    `${html.replace('>', `>${colours}`)}\n`,
  );
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
