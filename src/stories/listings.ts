import { address } from 'virtual:nutgraf/site';
import { pages, paramsOf } from './address.ts';
import type { Page } from './address.ts';
import { cacheKeyOf, shelves } from './newsstand.ts';
import { sheetsOf } from './sheets.ts';
import type { Sheet } from './sheets.ts';
import type { Shelf } from './shelves.ts';
import { teaserOf } from './teaser.ts';
import type { Teaser } from './teaser.ts';

/** The pages that list stories, for Astro’s `getStaticPaths`: what each shows, and a key that changes with it. */

/** What a page of a shelf shows. */
export interface ListProps<Entry> {
  id: string;
  entry: Entry;
  sheet: Sheet<Teaser>;
}

/** The pages of every shelf, for `getStaticPaths`. */
export const listPaths = <Entry>(
  shelves: ReadonlyMap<string, Shelf<Entry>>,
  pageOf: (id: string, number?: number) => Page,
) =>
  [...shelves.values()].flatMap(({ id, entry, stories }) =>
    sheetsOf(stories.map(teaserOf)).map((sheet) => {
      const props: ListProps<Entry> = { id, entry, sheet };
      return { params: paramsOf(pageOf(id, sheet.number), address), props, cacheKey: cacheKeyOf(props) };
    }),
  );

/** The pages of every person, with whole stories: their words are read when the page is drawn. */
export const peoplePaths = async () =>
  [...(await shelves()).people.values()].flatMap(({ id, entry, stories }) =>
    sheetsOf(stories).map((sheet) => ({
      params: paramsOf(pages.person(id, sheet.number), address),
      props: { id, person: entry, sheet },
      cacheKey: cacheKeyOf(entry, sheet),
    })),
  );

const monthly = async () =>
  [...(await shelves()).months.values()].map(({ id, stories }) => ({ month: id, stories: stories.map(teaserOf) }));

export const monthPaths = async () =>
  (await monthly()).map((props) => {
    const [year = '', month = ''] = props.month.split('-');
    return { params: paramsOf(pages.month(year, month), address), props, cacheKey: cacheKeyOf(props) };
  });

export const yearPaths = async () =>
  [...Map.groupBy(await monthly(), ({ month }) => month.slice(0, 4))].map(([year, ofYear]) => ({
    params: paramsOf(pages.year(year), address),
    props: { year, months: ofYear },
    cacheKey: cacheKeyOf(ofYear),
  }));
