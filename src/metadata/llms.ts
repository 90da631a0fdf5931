import type { Options } from '../options.ts';
import { hrefOf, pages } from '../stories/address.ts';
import type { AddressStyle, Page } from '../stories/address.ts';
import type { Story } from '../stories/story.ts';

/** As many stories as one page of directions should have. */
const MOST = 100;

/**
 * `llms.txt` (llmstxt.org): what the site is, and its newest stories.
 *
 * @param markdownOf the file of a story in Markdown.
 */
export function llmsOf(
  stories: readonly Story[],
  markdownOf: (story: Story) => Page,
  { name, tagline }: Options,
  address: AddressStyle,
): string {
  const at = (page: Page) => hrefOf(page, address);
  // A headline is a link’s text here: brackets and line breaks would end it.
  const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\[\]<>`*_]/g, '\\$&');
  const lines = stories
    .slice(0, MOST)
    .map((story) => `- [${plain(story.headline)}](${at(markdownOf(story))}): ${plain(story.description)}`);
  return [
    `# ${plain(name)}`,
    ...(tagline ? [`> ${plain(tagline)}`] : []),
    `## Explainers`,
    lines.join('\n'),
    '## Optional',
    `- [RSS](${at(pages.feed('rss'))})\n- [Sitemap](${at(pages.sitemapIndex)})`,
  ]
    .join('\n\n')
    .concat('\n');
}
