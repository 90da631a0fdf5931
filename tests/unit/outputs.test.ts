import type { Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { hasOutput, kindAt, outputKinds, outputPage, outputs } from '../../src/outputs/table.ts';
import type { OutputKind } from '../../src/outputs/table.ts';
import { copyOf, withPictures } from '../../src/renderings/copy.ts';
import { picturesIn } from '../../src/renderings/pictures.ts';
import { toPlain } from '../../src/renderings/plain.ts';
import { claimsOf, tellingOf } from '../../src/renderings/telling.ts';
import { versionOf } from '../../src/renderings/version.ts';
import { pathOf, patternAt } from '../../src/stories/address.ts';
import type { AddressStyle } from '../../src/stories/address.ts';
import type { Story } from '../../src/stories/story.ts';
import { context, options, plains, story, tree } from '../support/every-part.ts';
import { optionsWith, storyWith } from '../support/stories.ts';

const style: AddressStyle = {
  site: 'https://news.example',
  base: '/',
  trailingSlash: 'ignore',
  format: 'directory',
  prefix: '/',
  permalink: '/:slug/',
};

describe('the table', () => {
  test('has each output at the address that readers, feeds and partners know', () => {
    const call = { id: 'a-call', published: '2026-01-08' };
    expect(Object.fromEntries(outputKinds.map((kind) => [kind, pathOf(outputPage(kind, call), style)]))).toEqual({
      story: '/a-call/',
      history: '/a-call/history/',
      lite: '/lite/a-call/',
      markdown: '/a-call.md',
      text: '/a-call.txt',
      email: '/a-call/email.html',
      appleNews: '/a-call/apple-news.json',
      emailText: '/a-call/email.txt',
      card: '/a-call/card.png',
      republish: '/republish/a-call/',
      kitHtml: '/republish/a-call/story.html',
      kitMarkdown: '/republish/a-call/story.md',
      kitText: '/republish/a-call/story.txt',
      kitRecord: '/republish/a-call/story.json',
      kitWordPress: '/republish/a-call/wordpress.json',
      kitPictures: '/republish/a-call/pictures.zip',
      kitOembed: '/republish/a-call/oembed.json',
    });
  });

  test('knows an output by its route, wherever the site has its stories', () => {
    const dated = { prefix: '/explainers/', permalink: '/:year/:month/:slug/' };
    for (const kind of outputKinds) expect(kindAt(patternAt(outputs[kind].pattern, dated), dated)).toBe(kind);
    expect(patternAt(outputs.markdown.pattern, dated)).toBe('/explainers/[year]/[month]/[id].md');
    expect(() => kindAt('/[id].md', dated)).toThrow('Unknown route “/[id].md”: expected the pattern of an output.');
  });

  test('gives partners what its licence and its first publisher allow, and a history to what changed', () => {
    const free = { licence: { name: 'MIT', republish: true } };
    const elsewhere = { firstPublished: { outlet: 'reuters', headline: 'The first' } };
    const madeOf = (story: Story) => outputKinds.filter((kind) => hasOutput(kind, story, optionsWith()));
    const always: OutputKind[] = ['story', 'lite', 'markdown', 'text', 'email', 'card'];
    const kit: OutputKind[] = [
      'republish',
      'kitHtml',
      'kitMarkdown',
      'kitText',
      'kitRecord',
      'kitWordPress',
      'kitOembed',
    ];
    expect(madeOf(storyWith())).toEqual(always);
    expect(madeOf(storyWith({ above: free }))).toEqual([...always, ...kit]);
    expect(madeOf(storyWith({ above: { ...free, ...elsewhere } }))).toEqual(always);
    expect(madeOf({ ...storyWith(), hasHistory: true })).toEqual(['story', 'history', ...always.slice(1)]);
    const pictured = storyWith({ above: free, facts: { images: ['a.png'] } });
    expect(hasOutput('kitPictures', pictured, optionsWith())).toBe(true);
    expect(hasOutput('emailText', storyWith(), optionsWith({ newsletter: {} }))).toBe(true);
  });
});

/** Whoever changes it throws: modules are strict. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

describe('what all outputs of a story share stays as it is', () => {
  const shared: Root = frozen(structuredClone(tree));
  const plain = frozen(toPlain(shared, plains, context));
  const copy = frozen(copyOf(story, plain, picturesIn(shared), options, style));
  const shown = frozen(withPictures(copy, { 'a.png': { src: 'https://news.example/a.png', width: 4, height: 3 } }));

  test.each(outputKinds.filter((kind) => 'printer' in outputs[kind]))('printed as %s', async (kind) => {
    const output = outputs[kind];
    if (!('printer' in output)) throw new Error(kind);
    const { print } = await output.printer();
    const printed = print(shown, options, style);
    // A card of the story has neither its links nor its pictures.
    if (kind !== 'kitOembed') {
      expect(printed).toContain('https://news.example/about/');
      const picture =
        kind === 'kitRecord' ? '"src": "a.png"' : kind.toLowerCase().endsWith('text') ? '[a picture]' : '/a.png';
      expect(printed).toContain(picture);
    }
    expect(print(shown, options, style)).toBe(printed);
  });

  test('told in words, by the desk’s facts and the ledger', () => {
    expect(withPictures(copy, {}).body).not.toEqual(copy.body);
    expect(versionOf(story, plain).text.length).toBeGreaterThan(20);
    expect(tellingOf(shared, plains, context).abstract).toBeTruthy();
    expect(claimsOf(shared, plains, context)).toHaveLength(1);
  });
});
