import { iconAddress } from '../../metadata/icons.ts';
import { toHtml } from '../../renderings/html.ts';
import { embedOf } from '../../renderings/kit.ts';
import { inLanguage } from '../../schema/translations.ts';
import { addressOf, pages } from '../../stories/address.ts';
import type { Printer } from '../output.ts';

/** The room that a card is given by those who ask, in pixels; it takes what it needs. */
const WIDTH = 600;

/** What other sites show for a link to the story (oembed.com, 2.3.4.4, “rich”). */
export const print: Printer = ({ story }, options, address) => {
  const icon = iconAddress(options, address);
  return JSON.stringify({
    version: '1.0',
    type: 'rich',
    title: story.headline,
    author_name: story.authors.map(({ name }) => name).join(', '),
    provider_name: inLanguage(options, story.lang).name,
    provider_url: addressOf(pages.front, address),
    ...(icon && { thumbnail_url: icon, thumbnail_width: 512, thumbnail_height: 512 }),
    width: WIDTH,
    height: null,
    html: toHtml({ type: 'root', children: [embedOf(story, options, address)] }),
  });
};
