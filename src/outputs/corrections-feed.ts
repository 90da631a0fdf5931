import { address, options } from 'virtual:nutgraf/site';
import { h } from 'hastscript';
import { iconAddress } from '../metadata/icons.ts';
import { instantOf } from '../metadata/instant.ts';
import { plainCorrection } from '../renderings/corrections.ts';
import type { Feed, FeedItem } from '../renderings/feed.ts';
import { toHtml } from '../renderings/html.ts';
import { hrefOf, pages, pathOf } from '../stories/address.ts';
import type { Page } from '../stories/address.ts';
import { allCorrections, correctionView } from '../stories/corrections.ts';
import { allStories } from '../stories/queries.ts';
import { stringsFor } from '../strings/index.ts';
import { fill } from '../strings/strings.ts';

const { name, lang, timeZone } = options;

/** As many notes as a feed has. */
const LIMIT = 100;

/** The feed of notes about changes, at its own address; the newest first. */
export async function correctionsFeed(self: Page): Promise<Feed> {
  const { corrections, correctionsText } = stringsFor(lang);
  const icon = iconAddress(options, address);
  const at = (page: Page) => hrefOf(page, address);
  const items = allCorrections(await allStories())
    .slice(0, LIMIT)
    .map(({ story, correction }): FeedItem => {
      const strings = stringsFor(story.lang);
      const { kind, text, date, id } = correctionView(correction, { story, strings, timeZone });
      const page = at(pages.story(story));
      const day = instantOf(date.iso, timeZone);
      return {
        url: `${page}#${id}`,
        title: fill(strings.correctionOf, { kind, headline: story.headline }),
        summary: text,
        html: toHtml({
          type: 'root',
          children: [
            plainCorrection(correction, story, strings, timeZone),
            h('p', h('a', { href: page }, story.headline)),
          ],
        }),
        lang: story.lang,
        authors: story.authors,
        topics: story.topics,
        published: day,
        updated: day,
      };
    });
  return {
    title: `${name}: ${corrections}`,
    description: correctionsText,
    lang,
    publisher: name,
    home: at(pages.corrections),
    self: at(self),
    style: pathOf(pages.feedStyle, address),
    ...(icon && { icon }),
    ...(options.hub && { hub: options.hub }),
    items,
  };
}
