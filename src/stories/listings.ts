import { address } from 'virtual:nutgraf/site';
import { pages, paramsOf } from './address.ts';
import type { Page } from './address.ts';
import { cacheKeyOf, leadImageOf, storyKeyOf, storyGroups } from './queries.ts';
import { paginate } from './pagination.ts';
import type { PageOfList } from './pagination.ts';
import type { StoryGroup } from './groups.ts';
import { mentionOf, teaserOf } from './teaser.ts';
import type { Teaser } from './teaser.ts';

/** The pages that list stories, for Astro’s `getStaticPaths`: what each shows, and a key that changes with it. */

/** What a page of a group shows. */
export interface ListProps<Entry> {
  id: string;
  entry: Entry;
  page: PageOfList<Teaser>;
}

/** The pages of every group, for `getStaticPaths`. */
export const listPaths = async <Entry>(
  storyGroups: ReadonlyMap<string, StoryGroup<Entry>>,
  pageOf: (id: string, number?: number) => Page,
) =>
  Promise.all(
    [...storyGroups.values()].flatMap(({ id, entry, stories }) =>
      paginate(stories.map(teaserOf)).map(async (page) => {
        const props: ListProps<Entry> = { id, entry, page };
        return { params: paramsOf(pageOf(id, page.number), address), props, cacheKey: await keyOf(props, page.items) };
      }),
    ),
  );

/** The key of a page that shows teasers, with their pictures. */
const keyOf = async (shown: unknown, teasers: readonly Teaser[]) =>
  cacheKeyOf(shown, await Promise.all(teasers.map(leadImageOf)));

/** The pages of every person, with whole stories: their words are read when the page is drawn. */
export const peoplePaths = async () =>
  Promise.all(
    [...(await storyGroups()).people.values()].flatMap(({ id, entry, stories }) =>
      paginate(stories).map(async (page) => ({
        params: paramsOf(pages.person(id, page.number), address),
        props: { id, person: entry, page },
        cacheKey: await cacheKeyOf(entry, { ...page, items: await Promise.all(page.items.map(storyKeyOf)) }),
      })),
    ),
  );

const monthly = async () => [...(await storyGroups()).months.values()];

export const monthPaths = async () =>
  Promise.all(
    (await monthly()).map(async (group) => {
      const [year = '', month = ''] = group.id.split('-');
      const props = { month: group.id, stories: group.stories.map(teaserOf) };
      return {
        params: paramsOf(pages.month(year, month), address),
        props,
        cacheKey: await keyOf(props, props.stories),
      };
    }),
  );

export const yearPaths = async () => {
  const months = (await monthly()).map(({ id, stories }) => ({ month: id, stories: stories.map(mentionOf) }));
  return Promise.all(
    [...Map.groupBy(months, ({ month }) => month.slice(0, 4))].map(async ([year, ofYear]) => ({
      params: paramsOf(pages.year(year), address),
      props: { year, months: ofYear },
      cacheKey: await cacheKeyOf(ofYear),
    })),
  );
};
