import { now } from '../clock.ts';
import type { Options } from '../options.ts';
import type { SitemapPage } from '../renderings/sitemap.ts';
import { addressOf, hasPage, pages } from '../stories/address.ts';
import type { AddressStyle, Page } from '../stories/address.ts';
import type { Story } from '../stories/story.ts';
import { canonicalOf } from '../metadata/head.ts';
import { instantOf } from '../metadata/instant.ts';
import { hasOutput, outputKinds, outputPage, outputs } from './table.ts';

/** One sitemap of the site: `/sitemap-stories.xml`. */
export interface SitemapPlan {
  part: string;
  pages: SitemapPage[];
}

/** A page that is no story: it changed when the newest of the stories on it did, or on its own date. */
export interface ListedPage {
  page: Page;
  stories?: readonly Story[];
  changed?: string | undefined;
}

/** Far below the 50,000 addresses that a sitemap may have, so that it stays below its 50 MB as well. */
const MOST_PAGES = 10_000;

/** Google’s limits for news sitemaps: stories of the last two days, 1,000 at the most. */
const NEWS_DAYS = 2;
const MOST_NEWS = 1_000;

/**
 * The sitemaps of a site: its stories with when they truly changed, pages that list them, and the
 * news of the last two days. A story whose original is elsewhere is left to its first publisher.
 *
 * @param lists all other pages that want readers.
 * @param picturesOf the addresses of a story’s pictures.
 */
export function sitemapsOf(
  stories: readonly Story[],
  lists: readonly ListedPage[],
  picturesOf: (story: Story) => string[],
  options: Options,
  address: AddressStyle,
): SitemapPlan[] {
  const { timeZone, name } = options;
  const urlOf = (page: Page) => addressOf(page, address) ?? '';
  const asMoment = (date: string) => (date.includes('T') ? instantOf(date, timeZone).toISOString() : date);
  const changed = (story: Story) => asMoment(story.updated ?? story.published);
  const own = stories.filter((story) => canonicalOf(story, address) === urlOf(pages.story(story)));
  const kinds = outputKinds.filter((kind) => outputs[kind].isInSitemap);
  const storyPages = own.flatMap((story) =>
    kinds
      .filter((kind) => hasOutput(kind, story, options))
      .map((kind): SitemapPage => ({
        url: urlOf(outputPage(kind, story)),
        changed: changed(story),
        languages: Object.fromEntries(
          (story.translations ?? []).map((translation) => [translation.lang, urlOf(outputPage(kind, translation))]),
        ),
        pictures: picturesOf(story),
      })),
  );
  const shown = lists.filter(({ page }) => hasPage(page, address));
  const listPages = shown.map(({ page, stories: listed = [], changed: own }): SitemapPage => {
    const latest = own ? asMoment(own) : lastChanged(listed.map((story) => ({ url: '', changed: changed(story) })));
    return { url: urlOf(page), ...(latest && { changed: latest }) };
  });
  const isNews = ({ published }: Story) => {
    const age = now().valueOf() - instantOf(published, timeZone).valueOf();
    return age >= 0 && age <= NEWS_DAYS * 24 * 3_600_000;
  };
  const news = own
    .filter(isNews)
    .slice(0, MOST_NEWS)
    .map((story) => ({
      url: urlOf(pages.story(story)),
      news: { name, lang: newsLanguage(story.lang), published: asMoment(story.published), title: story.headline },
    }));
  const parts = Array.from({ length: Math.ceil(storyPages.length / MOST_PAGES) }, (_, at) =>
    storyPages.slice(at * MOST_PAGES, (at + 1) * MOST_PAGES),
  );
  return [
    { part: 'pages', pages: listPages },
    ...parts.map((part, at) => ({ part: at ? `stories-${at + 1}` : 'stories', pages: part })),
    { part: 'news', pages: news },
  ].filter((plan) => plan.pages.length);
}

/** The latest change among pages, if any is known. */
export const lastChanged = (all: readonly SitemapPage[]): string | undefined =>
  all.flatMap((page) => page.changed ?? []).toSorted((a, b) => Date.parse(b) - Date.parse(a))[0];

/** As news sitemaps have it: two or three letters, and of Chinese the script by its region. */
function newsLanguage(lang: string): string {
  const { language, script, region } = new Intl.Locale(lang).maximize();
  return language === 'zh' ? (script === 'Hant' || region === 'TW' ? 'zh-tw' : 'zh-cn') : language;
}
