import type { Options } from '../options.ts';
import { maySpread } from '../schema/licence.ts';
import { pageOfStory, patternAt } from '../stories/address.ts';
import type { AddressStyle, Page } from '../stories/address.ts';
import type { Story } from '../stories/story.ts';
import { isOnCards } from '../metadata/card.ts';
import type { Output } from './output.ts';

/**
 * A story that others may republish: by its licence, and because it appeared here first. One that computes is whole on
 * its own page only.
 */
const isFree = ({ licence, firstPublished, document }: Story): boolean =>
  Boolean(licence && !firstPublished && document.kind === 'document' && maySpread(licence));

const html = 'text/html';

/**
 * Everything that is made of a story, and nothing else is. To add an output, write its printer and a line here: routes,
 * links in heads, sitemaps, `_headers`, the guide and the tests read this table.
 */
const table = {
  story: {
    what: 'The page',
    pattern: '[story]',
    type: html,
    route: 'routes/story.astro',
    isInSitemap: true,
  },
  history: {
    what: 'What changed in it since it was first published, where that is known',
    pattern: '[story]/history',
    type: html,
    isFor: ({ hasHistory }) => hasHistory === true,
    route: 'routes/history.astro',
  },
  lite: {
    what: 'The page without pictures, for slow connections',
    pattern: 'lite/[id]',
    type: html,
    route: 'routes/lite.astro',
    shows: 'none',
    printer: () => import('./printers/lite.ts'),
  },
  markdown: {
    what: 'Markdown, for readers and machines',
    pattern: '[story].md',
    type: 'text/markdown',
    isAlternate: true,
    shows: 'all',
    printer: () => import('./printers/markdown.ts'),
  },
  text: {
    what: 'Plain text',
    pattern: '[story].txt',
    type: 'text/plain',
    shows: 'all',
    printer: () => import('./printers/text.ts'),
  },
  email: {
    what: 'A newsletter, to be sent as it is',
    pattern: '[story]/email.html',
    type: html,
    shows: 'all',
    printer: () => import('./printers/email.ts'),
  },
  emailText: {
    what: 'The newsletter for programs that show no HTML',
    goesWith: 'email',
    pattern: '[story]/email.txt',
    type: 'text/plain',
    isFor: (_, { newsletter }) => newsletter !== undefined,
    shows: 'all',
    printer: () => import('./printers/email-text.ts'),
  },
  appleNews: {
    what: 'An article of Apple News',
    pattern: '[story]/apple-news.json',
    type: 'application/json',
    isFor: ({ document }, { platforms }) => platforms?.appleNews === true && document.kind === 'document',
    shows: 'all',
    printer: () => import('./printers/apple-news.ts'),
  },
  card: {
    what: 'The picture that is shown with links to it: headline, newsroom, picture or mark',
    pattern: '[story]/card.png',
    type: 'image/png',
    isFor: ({ headline }) => isOnCards(headline),
    shows: 'ours',
    painter: () => import('./card/paint.ts'),
  },
  republish: {
    what: 'What partners are asked for, where the licence lets them republish, with the files to take',
    pattern: 'republish/[id]',
    type: html,
    isFor: isFree,
    route: 'routes/republish.astro',
  },
  kitHtml: {
    what: 'For partners, HTML',
    goesWith: 'republish',
    pattern: 'republish/[id]/story.html',
    type: html,
    isFor: isFree,
    kit: 'HTML',
    shows: 'ours',
    printer: () => import('./printers/kit-html.ts'),
  },
  kitMarkdown: {
    what: 'For partners, Markdown',
    goesWith: 'republish',
    pattern: 'republish/[id]/story.md',
    type: 'text/markdown',
    isFor: isFree,
    kit: 'Markdown',
    shows: 'ours',
    printer: () => import('./printers/kit-markdown.ts'),
  },
  kitText: {
    what: 'For partners, plain text',
    goesWith: 'republish',
    pattern: 'republish/[id]/story.txt',
    type: 'text/plain',
    isFor: isFree,
    kit: 'TXT',
    shows: 'ours',
    printer: () => import('./printers/kit-text.ts'),
  },
  kitRecord: {
    what: 'For partners, the record by which a copy is checked',
    goesWith: 'republish',
    pattern: 'republish/[id]/story.json',
    type: 'application/json',
    isFor: isFree,
    kit: 'JSON',
    shows: 'ours',
    printer: () => import('./printers/kit-record.ts'),
  },
  kitWordPress: {
    what: 'For partners, as WordPress gives a post',
    goesWith: 'republish',
    pattern: 'republish/[id]/wordpress.json',
    type: 'application/json',
    isFor: isFree,
    kit: 'WordPress (JSON)',
    shows: 'ours',
    printer: () => import('./printers/kit-wordpress.ts'),
  },
  kitPictures: {
    what: 'For partners, its pictures with captions and credits',
    goesWith: 'republish',
    pattern: 'republish/[id]/pictures.zip',
    type: 'application/zip',
    isFor: (story) => isFree(story) && story.document.images.length > 0,
    kit: 'ZIP',
    shows: 'ours',
    packer: () => import('./pack-pictures.ts'),
  },
  kitOembed: {
    what: 'What other sites show for a link to it (oEmbed)',
    goesWith: 'republish',
    pattern: 'republish/[id]/oembed.json',
    type: 'application/json+oembed',
    isFor: isFree,
    isAlternate: true,
    shows: 'none',
    printer: () => import('./printers/kit-oembed.ts'),
  },
} satisfies Record<string, Output>;

export type OutputKind = keyof typeof table;

export const outputs: Readonly<Record<OutputKind, Output>> = table;

export const outputKinds = Object.keys(table) as OutputKind[];

/** The page or file of a story. */
export const outputPage = (kind: OutputKind, story: Pick<Story, 'id' | 'published'>): Page =>
  pageOfStory(outputs[kind].pattern, story);

/** Whether the site has an output at all, by what it does without. */
export const isMade = (kind: OutputKind, { without }: Pick<Options, 'without'>): boolean =>
  !without.some((one) => one === (outputs[kind].goesWith ?? kind));

/** Whether a story has an output. */
export const hasOutput = (kind: OutputKind, story: Story, options: Options): boolean =>
  isMade(kind, options) && (outputs[kind].isFor?.(story, options) ?? true);

/** The output of a route. @param pattern as Astro has it, with the site’s prefix. */
export function kindAt(pattern: string, style: Pick<AddressStyle, 'prefix' | 'permalink'>): OutputKind {
  const kind = outputKinds.find((one) => patternAt(outputs[one].pattern, style) === pattern);
  if (!kind) throw new Error(`Unknown route “${pattern}”: expected the pattern of an output.`);
  return kind;
}

/** As a server sends it. */
export const contentTypeOf = (type: string): string => (/^image\/|\/zip$/.test(type) ? type : `${type}; charset=utf-8`);
