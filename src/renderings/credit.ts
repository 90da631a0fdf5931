import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Options } from '../options.ts';
import { addressOf, pages } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import type { Story } from '../stories/story.ts';
import { fill, pieces } from '../strings/strings.ts';
import type { Strings } from '../strings/strings.ts';

/** A name of the credit line, and where it leads. */
interface Named {
  name: string;
  url?: string | undefined;
}

/** The credit of a story: whom every copy of it names, and under which terms. */
export interface Credit {
  /** In the words of the language or the newsroom: “The post {headline} appeared first on {newsroom}.” */
  phrase: string;
  headline: Named;
  newsroom: Named;
  /** Who published it again, where another newsroom published it first. */
  publisher?: Named;
}

/** Whom a copy of the story has to credit: the newsroom, or whoever published it first. */
export function creditOf(story: Story, { name, credit }: Options, strings: Strings, address: AddressStyle): Credit {
  const here = addressOf(pages.story(story), address);
  const { firstPublished: first, headline, lang } = story;
  if (!first) {
    const phrase = credit[lang] ?? credit[lang.split('-')[0]!] ?? strings.appearedFirst;
    return {
      phrase,
      headline: { name: headline, url: here },
      newsroom: { name, url: addressOf(pages.front, address) },
    };
  }
  return {
    phrase: strings.appearedElsewhere,
    headline: { name: first.headline, url: first.url },
    newsroom: { name: first.outlet.name, url: first.outlet.url },
    publisher: { name, url: here },
  };
}

const linked = ({ name, url }: Named): ElementContent =>
  url ? h('a', { href: url }, name) : { type: 'text', value: name };

/** The credit line, for every output: each escapes it for its own format. */
export const creditLine = (credit: Credit, strings: Strings): ElementContent[] =>
  pieces(credit.phrase).flatMap(({ text, name }) => {
    const { headline } = credit;
    const named = name === 'newsroom' || name === 'publisher' ? credit[name] : undefined;
    const words =
      name === 'headline'
        ? h('cite', headline.url ? linked(headline) : fill(strings.quoted, { text: headline.name }))
        : named && linked(named);
    return [{ type: 'text', value: text }, ...(words ? [words] : [])];
  });

/** The terms under which a story may be copied, in one line. */
export function licenceLine(
  { licence }: Pick<Story, 'licence'>,
  { newsroom, publisher }: Credit,
  strings: Strings,
): ElementContent[] {
  if (!licence || publisher)
    return [
      {
        type: 'text',
        value: fill(publisher ? strings.licenceElsewhere : strings.licenceNone, { newsroom: newsroom.name }),
      },
    ];
  const { name, url } = licence;
  const words: ElementContent = url ? h('a', { href: url, rel: 'license' }, name) : { type: 'text', value: name };
  return pieces(strings.licence).flatMap(({ text, name: place }): ElementContent[] => [
    { type: 'text', value: text },
    ...(place ? [words] : []),
  ]);
}
