import { address, options } from 'virtual:nutgraf/site';
import { feedsOf } from '../metadata/feeds.ts';
import type { FeedPlan } from '../metadata/feeds.ts';
import { iconAddress } from '../metadata/icons.ts';
import { changedAt, instantOf } from '../metadata/instant.ts';
import { belowHeadline } from '../renderings/copy.ts';
import type { Feed, FeedItem } from '../renderings/feed.ts';
import { toHtml } from '../renderings/html.ts';
import { addressOf, pages, paramsOf, pathOf } from '../stories/address.ts';
import type { FeedKind } from '../stories/address.ts';
import { allStories, cacheKeyOf, storyKeyOf } from '../stories/queries.ts';
import { recent } from '../stories/recent.ts';
import type { Story } from '../stories/story.ts';
import { wholeCopy } from './copies.ts';
import { copyFor, picturesFor } from './shown.ts';

/** The feeds of a format; a site whose own address is not set has none: a feed has only full addresses. */
export async function feedPaths(
  kind: FeedKind,
): Promise<{ params: Record<string, string | undefined>; props: { plan: FeedPlan }; cacheKey: string }[]> {
  const plans = address.site ? feedsOf(await allStories(), options) : [];
  return Promise.all(
    plans.map(async (plan) => ({
      params: paramsOf(pages.feed(kind, plan.of), address),
      props: { plan },
      cacheKey: await cacheKeyOf({ ...plan, stories: await Promise.all(plan.stories.map(storyKeyOf)) }),
    })),
  );
}

/**
 * So many items are kept as HTML: a newest story is in the site’s feed, its topics’ and its
 * authors’, in each format.
 */
const RECENT_ITEMS = 100;

const itemHtml = { withPictures: recentItems('all'), inWords: recentItems('none') };

function recentItems(shown: 'all' | 'none') {
  return recent(RECENT_ITEMS, async (story: Story) => toHtml(belowHeadline(await copyFor(story, shown))));
}

/** The feed of the whole site, as the newest stories are; none where the site’s own address is not set. */
export async function siteFeed(): Promise<Feed | undefined> {
  const [plan] = address.site ? feedsOf(await allStories(), options) : [];
  return plan && feedFor(plan, 'rss');
}

/** A feed with its full texts. */
export async function feedFor(plan: FeedPlan, kind: FeedKind): Promise<Feed> {
  const { of, title, description, lang, home, stories, pictures } = plan;
  const icon = iconAddress(options, address);
  const htmlOf = pictures ? itemHtml.withPictures : itemHtml.inWords;
  return {
    title,
    description,
    lang,
    publisher: options.name,
    home: addressOf(home, address) ?? '',
    self: addressOf(pages.feed(kind, of), address) ?? '',
    style: pathOf(pages.feedStyle, address),
    ...(icon && { icon }),
    ...(options.hub && { hub: options.hub }),
    items: await Promise.all(
      stories.map(async (story) =>
        itemOf(story, await htmlOf(story), pictures ? await firstPicture(story) : undefined),
      ),
    ),
  };
}

/** The first picture that others may show with a link to the story, and that is no drawing. */
async function firstPicture(story: Story): Promise<FeedItem['picture']> {
  const copied = await picturesFor(story, 'all');
  const first = wholeCopy(story).pictures.find(
    ({ src, rights }) => rights !== 'no-copies' && copied[src] && !/\.svg$/.test(copied[src].src),
  );
  return first && { ...copied[first.src]!, alt: first.alt };
}

function itemOf(story: Story, html: string, picture: FeedItem['picture']): FeedItem {
  const { headline, description, lang, published, authors, topics, licence } = story;
  return {
    url: addressOf(pages.story(story), address) ?? '',
    title: headline,
    summary: description,
    html,
    lang,
    authors,
    topics,
    published: instantOf(published, options.timeZone),
    updated: changedAt(story, options.timeZone),
    ...(licence && { licence }),
    ...(picture && { picture }),
  };
}
