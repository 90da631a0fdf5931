import { describe, expect, test } from 'vitest';
import { creditLine, creditOf, licenceLine } from '../../src/renderings/credit.ts';
import { toHtml } from '../../src/renderings/html.ts';
import { stringsFor } from '../../src/strings/index.ts';
import { address, optionsWith, storyWith } from '../support/stories.ts';

type Settings = Parameters<typeof optionsWith>[0];

const call = 'https://news.example/a-call/';

/** The two lines at the end of a copy, in HTML. */
function linesOf(above: object = {}, settings: Settings = {}, style = address) {
  const story = storyWith({ above, settings });
  const strings = stringsFor(story.lang);
  const credit = creditOf(story, optionsWith(settings), strings, style);
  return {
    credit: toHtml({ type: 'root', children: creditLine(credit, strings) }),
    licence: toHtml({ type: 'root', children: licenceLine(story, credit, strings) }),
  };
}

const elsewhere = (more: object = {}) => ({
  firstPublished: { outlet: 'el-tiempo', headline: 'Petro y Trump', ...more },
});

describe('the credit line', () => {
  const headline = `<cite><a href="${call}">Trump and Petro plan to meet</a></cite>`;
  const newsroom = '<a href="https://news.example/">The Example</a>';

  test('names the story and the newsroom, with their addresses', () =>
    expect(linesOf().credit).toBe(`The post ${headline} appeared first on ${newsroom}.`));

  test('is in the language of the story, in its order', () => {
    expect(linesOf({ lang: 'es' }).credit).toBe(`El artículo ${headline} se publicó primero en ${newsroom}.`);
    expect(linesOf({ lang: 'ja' }).credit).toBe(`記事${headline}は、最初に${newsroom}で公開されました。`);
  });

  test('has the words of the newsroom for that language, or its region, where it has some', () => {
    const credit = { es: 'Primero en {newsroom}: {headline}', 'es-CO': '{headline}, de {newsroom}' };
    expect(linesOf({ lang: 'es' }, { credit }).credit).toBe(`Primero en ${newsroom}: ${headline}`);
    expect(linesOf({ lang: 'es-MX' }, { credit }).credit).toBe(`Primero en ${newsroom}: ${headline}`);
    expect(linesOf({ lang: 'es-CO' }, { credit }).credit).toBe(`${headline}, de ${newsroom}`);
    expect(linesOf({}, { credit }).credit).toContain('appeared first on');
  });

  test('quotes the headline where the site has no address yet', () => {
    const { site: _, ...local } = address;
    expect(linesOf({}, {}, local).credit).toBe(
      'The post <cite>“Trump and Petro plan to meet”</cite> appeared first on The Example.',
    );
  });

  test('of a story from elsewhere names who published it first, then who does again', () => {
    expect(linesOf(elsewhere({ url: 'https://eltiempo.example/a' })).credit).toBe(
      'The post <cite><a href="https://eltiempo.example/a">Petro y Trump</a></cite> appeared first on ' +
        `<a href="https://eltiempo.example/">El Tiempo</a> and is republished by <a href="${call}">The Example</a>.`,
    );
    expect(linesOf(elsewhere()).credit).toContain('<cite>“Petro y Trump”</cite>');
    expect(linesOf({ ...elsewhere(), lang: 'es' }).credit).toContain('<cite>«Petro y Trump»</cite>');
  });

  test('of a newsroom’s own words leaves out what it cannot know', () =>
    expect(linesOf({}, { credit: { en: '{headline} {year} {newsroom}' } }).credit).toBe(`${headline}  ${newsroom}`));
});

describe('the line on the licence', () => {
  const licence = { name: 'CC BY-ND 4.0', url: 'https://creativecommons.org/licenses/by-nd/4.0/' };

  test.each([
    [{ licence }, `Licence: <a href="${licence.url}" rel="license">CC BY-ND 4.0</a>. Keep this line with every copy.`],
    [{ licence: { name: 'Press use' } }, 'Licence: Press use. Keep this line with every copy.'],
    [{}, 'All rights reserved: ask The Example before you republish, and keep this line with every copy.'],
    // The licence of a story from elsewhere is not ours to give.
    [
      { licence, ...elsewhere() },
      'The licence is set by the first publisher: ask El Tiempo before you republish, and keep this line with every copy.',
    ],
  ])('of %j', (above, line) => expect(linesOf(above).licence).toBe(line));
});
