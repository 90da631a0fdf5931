import { address, options } from 'virtual:nutgraf/site';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { GetStaticPathsItem } from 'astro';
import type { Letter } from '../renderings/letter.ts';
import { inLanguage } from '../schema/translations.ts';
import { addressOf, hrefOf, inItsLanguage, otherThan, pages, paramsOf } from '../stories/address.ts';
import type { Page } from '../stories/address.ts';
import { allCorrections, correctionView } from '../stories/corrections.ts';
import { nextOf } from '../stories/next.ts';
import { allLanguages, storiesIn } from '../stories/queries.ts';
import { sourcingOf } from '../stories/sourcing.ts';
import type { Story } from '../stories/story.ts';
import { formatDate, formatDay } from '../strings/date.ts';
import { stringsFor } from '../strings/index.ts';
import { fill } from '../strings/strings.ts';
import { picturesFor } from './shown.ts';

/** The letter of a week, which ends with the newest story, so that it is the same until there is another. */
const DAYS = 7;
const MOST = 12;

/** A letter in each language that has stories. */
export const digestPaths = async (pageOf: (lang?: string) => Page): Promise<GetStaticPathsItem[]> =>
  (await languagesOfDigests()).map((lang) => ({
    params: paramsOf(pageOf(otherThan(options.lang, lang)), address),
    props: { lang },
  }));

export const languagesOfDigests = async (): Promise<string[]> => {
  const all = await allLanguages();
  const counts = await Promise.all(all.map(storiesIn));
  return all.filter((_, index) => counts[index]!.length);
};

export async function digestIn(lang: string): Promise<Letter> {
  const strings = stringsFor(lang);
  const all = await storiesIn(lang);
  const end = all[0]?.published ?? '';
  const isOfWeek = (date: string) => {
    const age = Date.parse(end) - Date.parse(date);
    return age >= 0 && age < DAYS * 86_400_000;
  };
  const stories = all.filter(({ published }) => isOfWeek(published)).slice(0, MOST);
  const corrections = allCorrections(all).filter(({ correction }) => isOfWeek(correction.date));
  const steps = nextOf(all, options.timeZone);
  const title = fill(strings.copies.digest, {
    newsroom: inLanguage(options, lang).name,
    date: formatDay(end, lang, options.timeZone),
  });
  const section = (heading: string, items: ElementContent[]) =>
    items.length ? [h('h2', heading), h('ul', items)] : [];
  const link = (story: Pick<Story, 'id' | 'published'>, words: string) =>
    h('a', { href: at(pages.story(story)) }, words);
  return {
    title,
    lang,
    preview: stories.map(({ headline }) => headline).join(strings.semicolon),
    web: addressOf(inItsLanguage('front', lang, options), address),
    body: [
      h('h1', title),
      ...(await Promise.all(stories.map(itemOf))).flat(),
      ...section(
        strings.corrections,
        corrections.map(({ story, correction }) => {
          const { kind, text } = correctionView(correction, { story, strings, timeZone: options.timeZone });
          return h('li', [link(story, story.headline), ': ', kind, '. ', text]);
        }),
      ),
      ...section(
        strings.sections.whatsNext,
        steps.map(({ story, date, when, words }) =>
          h('li', [when ?? (date ? formatDate(date, lang, options.timeZone) : ''), ': ', link(story, words)]),
        ),
      ),
    ],
  };
}

const at = (page: Page) => hrefOf(page, address);

async function itemOf(story: Story): Promise<ElementContent[]> {
  const strings = stringsFor(story.lang);
  const href = at(pages.story(story));
  const { picture, headline, description, published, lang } = story;
  const shown = picture && picture.rights !== 'no-copies' ? (await picturesFor(story, 'all'))[picture.file] : undefined;
  const day = formatDay(published, lang, options.timeZone);
  return [
    ...(picture && shown
      ? [h('figure', [h('img', { ...shown, alt: picture.alt }), h('figcaption', picture.credit)])]
      : []),
    h('h2', h('a', { href }, headline)),
    h('p', description),
    h('p', [day, ' · ', sourcingOf(story, strings).brief]),
  ];
}
