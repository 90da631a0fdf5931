import { brotliCompressSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scriptsOf } from '../support/scripts.ts';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** A story with all that is drawn from data, as readers get it. */

const years = Array.from({ length: 40 }, (_, index) => 1985 + index);
const rows = (columns: string, row: (year: number) => string) => [columns, ...years.map(row)].join('\n');
const breakout = '</td></svg><script>alert(1)</script><img src=x onerror=alert(1)>';

const story = `${frontmatter('sources:\n  wire: { outlet: reuters }\n')}
Some words.

<Chart type="bars" data="counts.csv" x="year" y="count" title="Bars" summary="Bars rise." source="wire" />

<Chart type="lines" data="series.csv" x="year" y="share" by="place" title="Lines" summary="Lines cross." unit="%" source="wire" />

<LocatorMap title="Map" countries={["Brazil", "Colombia", "Mexico"]}>
<Place lat={4.71} lon={-74.07}>Bogotá</Place>
</LocatorMap>

<DataTable title="Table" data="hostile.csv" source="wire" />

| Plain | Table |
|-------|------:|
| a     | 1     |
`;

let site: Site;
const page = () => site.read('dist/figures/index.html');

beforeAll(async () => {
  site = makeSite({
    'content/explainers/figures/index.mdx': story,
    'content/explainers/figures/counts.csv': rows('year,count', (year) => `${year},${(year * 7919) % 1000}`),
    'content/explainers/figures/series.csv': [
      'year,place,share',
      ...['North', 'South', 'East'].flatMap((place, at) =>
        years.map((year) => `${year},${place},${((year + at * 13) * 7919) % 100}`),
      ),
    ].join('\n'),
    'content/explainers/figures/hostile.csv': `"${breakout}",n\n"${breakout}",1\n`,
  });
  expect(await site.build()).toMatchObject({ code: 0 });
});

afterAll(() => site.dispose());

test('two charts, a map and tables stay under 30 kB brotli, without script', () => {
  expect(brotliCompressSync(page()).length).toBeLessThan(30_000);
  const { document } = parseHTML(page());
  expect(scriptsOf(document)).toEqual([]);
  expect(document.querySelector('img, [onerror], svg style, svg [id]')).toBeNull();
  expect(document.querySelector('th[scope=row]')?.textContent).toContain('1985');
  expect(document.querySelector('.data-table th[scope=row]')?.textContent).toBe(breakout);
});

test('each drawing has a name, and all of its figures are in a table', () => {
  const { document } = parseHTML(page());
  const drawings = [...document.querySelectorAll('svg[role=img]')].map((svg) => svg.getAttribute('aria-label'));
  expect(drawings).toEqual([
    'Bar chart: Bars',
    'Bar chart: Bars',
    'Line chart: Lines',
    'Line chart: Lines',
    'Map of Brazil, Colombia, and Mexico, with Bogotá',
  ]);
  expect(
    [...document.querySelectorAll('.chart table')].map((table) => table.querySelectorAll('tbody tr').length),
  ).toEqual([40, 40]);
  expect(
    [...document.querySelectorAll('.scroll')].map(
      (region) => `${region.getAttribute('aria-label')} ${region.getAttribute('tabindex')}`,
    ),
  ).toEqual(['Bars 0', 'Lines 0', 'Table 0', 'Plain, Table 0']);
});

test('a change of the figures alone draws them anew', async () => {
  const before = page();
  site.write('content/explainers/figures/counts.csv', 'year,count\n2024,31415\n2025,5\n');
  expect(await site.build()).toMatchObject({ code: 0 });
  expect(before).not.toContain('31,415');
  expect(page()).toContain('31,415');
});
