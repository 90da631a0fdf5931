import { address, options } from 'virtual:nutgraf/site';
import { feedsOf } from '../metadata/feeds.ts';
import type { FeedPlan } from '../metadata/feeds.ts';
import { pages, paramsOf } from '../stories/address.ts';
import type { FeedKind } from '../stories/address.ts';
import { allStories, cacheKeyOf } from '../stories/queries.ts';

/** The feeds of a format; a site whose own address is not set has none: a feed has only full addresses. */
export async function feedPaths(
  kind: FeedKind,
): Promise<{ params: Record<string, string | undefined>; props: { plan: FeedPlan }; cacheKey: string }[]> {
  const plans = address.site ? feedsOf(await allStories(), options) : [];
  return plans.map((plan) => ({
    params: paramsOf(pages.feed(kind, plan.of), address),
    props: { plan },
    cacheKey: cacheKeyOf(...plan.stories),
  }));
}
