import { address } from 'virtual:nutgraf/site';
import { pages, paramsOf } from './address.ts';
import type { Page } from './address.ts';
import { cacheKeyOf, storyKeyOf, storyGroups } from './queries.ts';
import { paginate } from './pagination.ts';
import type { PageOfList } from './pagination.ts';
import type { StoryGroup } from './groups.ts';
import { teaserOf } from './teaser.ts';
import type { Teaser } from './teaser.ts';

/** The pages that list stories, for Astro’s `getStaticPaths`: what each shows, and a key that changes with it. */

/** What a page of a group shows. */
export interface ListProps<Entry> {
  id: string;
  entry: Entry;
  page: PageOfList<Teaser>;
}

/** The pages of every group, for `getStaticPaths`. */
export const listPaths = <Entry>(
  storyGroups: ReadonlyMap<string, StoryGroup<Entry>>,
  pageOf: (id: string, number?: number) => Page,
) =>
  [...storyGroups.values()].flatMap(({ id, entry, stories }) =>
    paginate(stories.map(teaserOf)).map((page) => {
      const props: ListProps<Entry> = { id, entry, page };
      return { params: paramsOf(pageOf(id, page.number), address), props, cacheKey: cacheKeyOf(props) };
    }),
  );

/** The pages of every person, with whole stories: their words are read when the page is drawn. */
export const peoplePaths = async () =>
  Promise.all(
    [...(await storyGroups()).people.values()].flatMap(({ id, entry, stories }) =>
      paginate(stories).map(async (page) => ({
        params: paramsOf(pages.person(id, page.number), address),
        props: { id, person: entry, page },
        cacheKey: cacheKeyOf(entry, { ...page, items: await Promise.all(page.items.map(storyKeyOf)) }),
      })),
    ),
  );

const monthly = async () =>
  [...(await storyGroups()).months.values()].map(({ id, stories }) => ({ month: id, stories: stories.map(teaserOf) }));

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
