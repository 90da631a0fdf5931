import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { parseHTML } from 'linkedom';
import { wcagContrast } from 'culori';
import { describe, expect, test } from 'vitest';
import type { NutgrafOptions } from '../../src/options.ts';
import { copyOf } from '../../src/renderings/copy.ts';
import { letterOf, toMail, toMailText } from '../../src/renderings/letter.ts';
import { mailSystems } from '../../src/schema/mail-system.ts';
import type { MailSystem } from '../../src/schema/mail-system.ts';
import { address, optionsWith, storyWith } from '../support/stories.ts';

interface Made {
  body?: ElementContent[];
  above?: object;
  options?: Partial<NutgrafOptions>;
}

function letterWith({ body = [h('p', 'They spoke for an hour.')], above = {}, options = {} }: Made = {}) {
  const settings = optionsWith(options);
  const letter = letterOf(
    copyOf(storyWith({ above }), { type: 'root', children: body }, [], settings, address),
    address,
  );
  return { html: toMail(letter, settings), text: toMailText(letter, settings) };
}

const documentOf = (html: string) => parseHTML(html).document;

describe('a letter', () => {
  test('is a file of its own: its language, headline and preview, and the whole story in one column', () => {
    const { html } = letterWith();
    expect(html).toMatch(/^<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">/);
    expect(html).toContain('<meta name="viewport" content="width=device-width,initial-scale=1">');
    expect(html).toContain('<title>Trump and Petro plan to meet</title>');
    expect(html).toContain('<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">');
    expect(html).toMatch(/<body style="[^"]*font:17px[^"]*"><div style="display:none[^"]*">They stepped back/);
    expect(html).toMatch(/<div style="max-width:600px[^"]*"><p style="[^"]*"><a href="https:[^>]*>Read on the web</);
    expect(documentOf(html).querySelector('div > div > h1')!.textContent).toBe('Trump and Petro plan to meet');
  });

  test('has its styles on the elements, since mail programs drop sheets', () => {
    const tags = ['h2', 'h3', 'p', 'blockquote', 'figure', 'figcaption', 'ul', 'ol', 'li', 'dt', 'dd', 'td', 'th'];
    const body = [
      ...tags.map((tag) => h(tag, 'x')),
      h('img', { src: 'a' }),
      h('a', { href: 'https://b.example' }, 'x'),
      h('b', 'x'),
    ];
    const { html } = letterWith({ body });
    for (const tag of [...tags, 'img', 'a']) expect(html, tag).toMatch(new RegExp(`<${tag}[^>]* style="[^"]*:[^"]*"`));
    expect(html).toContain('<b>x</b>');
    expect(html).not.toMatch(/<script|<link|class=/);
  });

  test('runs from right to left where its language does', () => {
    expect(letterWith({ above: { lang: 'ar' } }).html).toContain('<html lang="ar" dir="rtl">');
    expect(letterWith().html).not.toContain('dir=');
  });

  test.each([
    {},
    { look: 'magazine' },
    { accent: '#123e9c' },
    { accent: '#123e9c', accentDark: '#a9c3ff' },
  ] satisfies Partial<NutgrafOptions>[])(
    'can be read on light and on dark, in the colours of the newsroom: %j',
    (options) => {
      const { html } = letterWith({ options });
      const [, ground = '', ink = ''] = /<body style="margin:0;background:(#\w+);color:(#\w+)/.exec(html) ?? [];
      const [, link = ''] = /<a [^>]*style="color:(#\w+)"/.exec(html) ?? [];
      const dark =
        /prefers-color-scheme:dark\){body{background:(#\w+)!important;color:(#\w+)!important}a{color:(#\w+)!/;
      const [, darkGround = '', darkInk = '', darkLink = ''] = dark.exec(html) ?? [];
      for (const colour of [ink, link]) expect(wcagContrast(colour, ground)).toBeGreaterThan(7);
      for (const colour of [darkInk, darkLink]) expect(wcagContrast(colour, darkGround)).toBeGreaterThan(7);
      if (options.accent) expect(link).toBe(options.accent);
    },
  );

  test('says the same as text', () => {
    const { text } = letterWith();
    expect(text).toMatch(/^Read on the web \(https:[^)]+\)\n\nTrump and Petro plan to meet\n\n/);
    expect(text).toContain('They spoke for an hour.');
  });
});

describe('the program that sends it', () => {
  const sentBy = (system: MailSystem, more: Made = {}, address?: string) =>
    letterWith({ ...more, options: { newsletter: { system, ...(address && { address }) } } });

  test.each(Object.keys(mailSystems) as MailSystem[])('%s fills in what is its own', (system) => {
    const places: { unsubscribe?: string; address?: string } = mailSystems[system];
    const { html, text } = sentBy(system);
    const links = [...documentOf(html).querySelectorAll('a')].map((link) => link.getAttribute('href'));
    expect(links.at(-1) === places.unsubscribe).toBe(places.unsubscribe !== undefined);
    expect(text.split('\n\n').at(-1)).toBe(
      places.unsubscribe ? `Unsubscribe: ${places.unsubscribe}` : `The Example${places.address ?? ''}`,
    );
    expect(html.includes('ADDRESSLINE')).toBe(places.address !== undefined);
    expect(sentBy(system, {}, 'Calle 1, Bogotá').text).toContain('The Example · Calle 1, Bogotá');
  });

  test('finds nothing to fill in within a story, which is data', () => {
    const body = [
      h('p', 'Call {{ UnsubscribeURL }}, {% if x %} or *|UNSUB|*.'),
      h('img', { src: 'https://a.example/b.png', alt: '{{ .Subscriber.Email }}' }),
      h('a', { href: 'https://a.example/?q={{ x }}&r=*|Y|*' }, 'x'),
    ];
    for (const system of Object.keys(mailSystems) as MailSystem[]) {
      const { html, text } = sentBy(system, { body, above: { description: 'A {{ trap }} of {% signs %}.' } });
      const inStory = (whole: string) => whole.replace(/<style.*?<\/style>/, '').replace(/unsubscribe(<|:)[^]*$/i, '');
      const written = inStory(html.replace(/href="(\{\{|\*\|)[^"]*"/, ''));
      expect(written).not.toMatch(/\{\{|\{%|\*\|(?!LIST)/);
      expect(inStory(text)).not.toMatch(/\{\{|\{%|\*\|(?!LIST)/);
      expect(documentOf(html).querySelector('div > div')!.textContent.replaceAll('\u2060', '')).toContain(
        'Call {{ UnsubscribeURL }}, {% if x %} or *|UNSUB|*.',
      );
    }
    expect(letterWith({ body }).html).toContain('Call {{ UnsubscribeURL }}');
  });
});
