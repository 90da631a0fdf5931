import { dirname, join, resolve, sep } from 'node:path';
import type { PlacedLink } from '../document/links.ts';
import { isOfFrame } from '../document/marks.ts';
import { cut, errorAt, inFile, warningAt } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import { keyOf } from '../schema/address.ts';
import { nearest } from '../schema/nearest.ts';
import { linkWithin, otherThan, ownPaths, pathOfKey, patternAt } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import { keyOfFile, redirectPattern } from './addresses.ts';
import type { AddressBook, Addressed } from './addresses.ts';

/**
 * Links within the site that lead nowhere. What another system serves on the same host is told from
 * them by its whole address, `https://…`, which is not looked at.
 *
 * @param files all texts. Where one of them was not read, nothing is called unknown: it may have any address.
 */
export function linkMessages(files: readonly Addressed[], book: AddressBook): Message[] {
  const linking = files.filter(({ links }) => links.length);
  if (!linking.length && !book.setting.options.navigation) return [];
  const site = new Site(files, book);
  return [...linking.flatMap((file) => inFile(file.file, site.messagesOf(file))), ...site.ofNavigation()];
}

/** Only the first hundred get a nearest answer: whoever has more mends those, and reads again. */
const ANSWERS = 100;

/** The pages of a site, as links ask for them. */
class Site {
  readonly #book: AddressBook;
  /** The address of each text, as it is compared; none of a story without a date. */
  readonly #keys: ReadonlyMap<Addressed, string>;
  readonly #byKey: Map<string, Addressed>;
  /** A story before what else has its name. */
  readonly #byId: Map<string, Addressed>;
  readonly #byFile: Map<string, Addressed>;
  /** Whether every text was read as far as its address goes. */
  readonly #isWhole: boolean;
  readonly #answered = new Map<string, boolean>();
  #made: { fixed: Set<string>; languages: Set<string>; dates: Set<string>; outputs: RegExp[] } | undefined;
  #ownRoutes: RegExp[] | undefined;
  #answers = 0;

  constructor(files: readonly Addressed[], book: AddressBook) {
    this.#book = book;
    const { options } = book.setting;
    this.#keys = new Map(
      files.flatMap((file): [Addressed, string][] => {
        const key = keyOfFile(file.collection, file, options);
        return key ? [[file, key]] : [];
      }),
    );
    this.#byKey = new Map([...this.#keys].map(([file, key]) => [key, file]));
    this.#byId = new Map(files.toReversed().map((file) => [file.id, file]));
    this.#byFile = new Map(files.map((file) => [file.file, file]));
    this.#isWhole = files.every((file) => file.isDraft || (file.isKnown && this.#keys.has(file)));
  }

  messagesOf(file: Addressed): Message[] {
    const own = this.#keys.get(file);
    return own === undefined ? [] : file.links.flatMap((link) => this.#messages(link, file, own));
  }

  /** The newsroom’s own links at the head of each page. */
  ofNavigation(): Message[] {
    const { options } = this.#book.setting;
    return (options.navigation ?? []).flatMap(({ to }) => {
      const key = keyOf(`${options.prefix}/${to}`);
      if (!to.startsWith('/') || !this.#isWhole || this.#leadsSomewhere(key)) return [];
      const reason = `Unknown address “${to}” in “navigation”: expected that of a page of this site, or a whole one, https://….`;
      return inFile('astro.config.mjs', [warningAt(top, 'link-exists', reason, this.#nearest(key))]);
    });
  }

  #messages({ url, ...place }: PlacedLink, from: Addressed, own: string): Message[] {
    const { address } = this.#book.setting.site;
    // Most links are written as addresses are compared.
    if (address.base === '/' && this.#byKey.get(url)?.isHeld === false) return [];
    const whole = new URL(linkWithin(url, address), new URL(pathOfKey(own, address), 'https://site.example'));
    const path = keyOf(whole.pathname);
    const base = keyOf(address.base);
    const isWithin = path.startsWith(base);
    const key = asPage(isWithin ? path.slice(base.length - 1) : path, address.format);
    if (isWithin && key === own) return this.#misplaced(url, whole.hash, from, place);

    const error = (reason: string, near?: string) => [errorAt(place, 'link-exists', reason, near)];
    const meant = this.#meantFile(url, from);
    if (meant && !this.#byKey.has(key))
      return error(
        `Unexpected file “${cut(url)}” in a link: expected the address of its page.`,
        this.#path(this.#keys.get(meant)),
      );
    const target = this.#byKey.get(key);
    if (isWithin && target && !target.isHeld) return this.#misplaced(url, whole.hash, target, place);
    if (isWithin && target) return isFineTogether(from, target) ? [] : error(held(url, target));
    if (isWithin && this.#book.gone.has(key)) {
      const reason = `Unexpected link to “${cut(url)}”: expected one to a page that is still there.`;
      return [warningAt(place, 'link-exists', reason)];
    }
    if (!this.#isWhole || (isWithin && this.#leadsSomewhere(key))) return [];
    // Beside the site’s base and prefix, another system may be; but not with an address of ours without them.
    const { prefix } = address;
    if (!isWithin || !key.startsWith(keyOf(prefix))) {
      const ours = [key, keyOf(prefix + key)].find((one) => this.#book.live.has(one) || this.#parts.fixed.has(one));
      return ours && key !== '/' ? error(unknown(url), this.#path(ours)) : [];
    }
    const named = this.#named(key);
    if (named?.isHeld) return from.isDraft ? [] : error(held(url, named));
    return error(unknown(url), this.#nearest(key));
  }

  /** A place in a text that is not there. */
  #misplaced(url: string, hash: string, { anchors }: Addressed, place: Omit<PlacedLink, 'url'>): Message[] {
    const id = decoded(hash.slice(1));
    if (!id || !anchors || id.startsWith(':~:') || isOfFrame(id) || anchors.includes(id)) return [];
    const near = nearest(id, anchors);
    const reason = `Unknown place “#${cut(id)}” in a link: expected a heading of the page that it leads to.`;
    return [warningAt(place, 'link-exists', reason, near && url.replace(/#.*$/s, `#${near}`))];
  }

  /** The text whose file a link names, as a link in an editor would. */
  #meantFile(url: string, { file }: Addressed): Addressed | undefined {
    const path = decoded(url.replace(/[?#].*$/s, ''));
    if (!/\.mdx?$/i.test(path)) return undefined;
    const { root } = this.#book.setting;
    const at = resolve(root, path.startsWith('/') ? `.${path}` : join(dirname(file), path));
    return this.#byFile.get(
      at
        .slice(resolve(root).length + 1)
        .split(sep)
        .join('/'),
    );
  }

  #leadsSomewhere(key: string): boolean {
    const known = this.#answered.get(key) ?? (this.#book.answers(key) || this.#isMade(key) || this.#isOwnRoute(key));
    this.#answered.set(key, known);
    return known;
  }

  /** What there is beside the pages of texts and of what they refer to. */
  get #parts() {
    if (this.#made) return this.#made;
    const { files, options, site } = this.#book.setting;
    const seen = files.filter(({ isHeld }) => !isHeld);
    const languages = seen.flatMap(({ lang }) => otherThan(options.lang, lang) ?? []);
    const isLeftOut = (path: string) =>
      (!options.guide && path === patternAt('guide', options)) ||
      (!options.search && /\/(?:search(?:\.\w+)?|pagefind\/.*)$/.test(path));
    const fixed = [
      ...ownPaths(options).filter((path) => !isLeftOut(path)),
      ...languages.flatMap((lang) => [
        patternAt(lang, options),
        ...(options.search ? [patternAt(`${lang}/search`, options)] : []),
      ]),
    ];
    const dates = seen.flatMap(({ collection, published }) =>
      collection === 'explainers' && published ? [published.slice(0, 4), published.slice(0, 7)] : [],
    );
    this.#made = {
      fixed: new Set(fixed.map(keyOf)),
      languages: new Set(languages.map((lang) => keyOf(patternAt(lang, options)))),
      dates: new Set(dates.map((date) => keyOf(patternAt(`archive/${date.replace('-', '/')}`, options)))),
      outputs: [...site.outputs, 'sitemap-[part].xml'].map((pattern) => asPattern(patternAt(pattern, options))),
    };
    return this.#made;
  }

  /** Whether one of our pages or files is at an address that is not of a text. */
  #isMade(key: string): boolean {
    const { fixed, languages, dates, outputs } = this.#parts;
    const { live, setting } = this.#book;
    if (fixed.has(key) || dates.has(key)) return true;
    const feedOf = /^(.*\/)(?:rss\.xml|atom\.xml|feed\.json)\/$/.exec(key)?.[1];
    const front = keyOf(setting.options.prefix);
    if (feedOf !== undefined)
      return feedOf === front || live.has(feedOf) || languages.has(feedOf) || feedOf.startsWith(`${front}feeds/`);
    // An older page of a long list.
    if (/^(?:topics|authors|outlets|people)\//.test(live.get(key.replace(/\d+\/$/, '')) ?? '')) return true;
    return outputs.some((pattern) => {
      const { id, part } = pattern.exec(key)?.groups ?? {};
      if (part !== undefined) return true;
      const story = id === undefined ? undefined : this.#byId.get(id);
      return story?.collection === 'explainers' && !story.isHeld;
    });
  }

  /** Whether a page of the site’s own may be at an address: what a route with a part in brackets has is not known. */
  #isOwnRoute(key: string): boolean {
    this.#ownRoutes ??= this.#book.setting.site.routes().map(redirectPattern);
    return this.#ownRoutes.some((route) => route.test(key));
  }

  #nearest(key: string): string | undefined {
    this.#answers += 1;
    if (this.#answers > ANSWERS) return undefined;
    const named = this.#named(key);
    const { live, moves, setting } = this.#book;
    const own = named && this.#keys.get(named);
    if (own) return this.#path(own);
    const keys = [...live.keys(), ...moves.keys(), ...this.#parts.fixed];
    const [, folder = '', name = ''] = /^(.*\/)([^/]*)\/$/.exec(key) ?? [];
    const namesIn = (some: readonly string[]) =>
      new Map(some.filter((one) => one !== '/').map((one) => [/([^/]+)\/$/.exec(one)?.[1] ?? '', one]));
    const beside = namesIn(keys.filter((one) => one.startsWith(folder) && !one.slice(folder.length, -1).includes('/')));
    const all = namesIn(keys);
    const list = folder !== keyOf(setting.options.prefix) && keys.includes(folder) ? folder : undefined;
    return this.#path(
      beside.get(nearest(name, beside.keys()) ?? '') ?? list ?? all.get(nearest(name, all.keys()) ?? ''),
    );
  }

  /** The text whose name ends an address: `/explainers/two/`, `/two.html`. */
  #named(key: string): Addressed | undefined {
    return this.#byId.get((/([^/]+)\/$/.exec(key)?.[1] ?? '').replace(/\.\w+$/, ''));
  }

  #path(key: string | undefined): string | undefined {
    return key === undefined ? undefined : pathOfKey(key, this.#book.setting.site.address);
  }
}

const top = { line: 1, column: 1 };

/** An address without the name of a file that hosts add by themselves. */
const asPage = (key: string, format: AddressStyle['format']): string =>
  key.replace(format === 'file' ? /(?:\/index)?\.html\/$/ : /\/index\.html\/$/, '/');

/** Whether readers see both from the same time on. */
const isFineTogether = (from: Addressed, to: Addressed): boolean =>
  from.isDraft || (from.isHeld && !to.isDraft && Date.parse(to.published ?? '') <= Date.parse(from.published ?? ''));

const unknown = (url: string): string =>
  `Unknown address “${cut(url)}” in a link: expected that of a page or file of this site, or a whole one, https://…, of what is not part of it.`;

const held = (url: string, { isDraft, published = '' }: Addressed): string =>
  `Unexpected link to “${cut(url)}”, ${isDraft ? 'a draft' : `which is to be published on ${published}`}: expected a page that readers see.`;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A pattern of ours as it matches addresses, with the story that it is of, or the part of a sitemap. */
const asPattern = (pattern: string): RegExp =>
  new RegExp(
    `^${keyOf(pattern)
      .split(/(\[[^\]]+\])/)
      .map((part) => {
        if (!part.startsWith('[')) return part.replace(/[\\^$.*+?()|{}]/g, '\\$&');
        return ['[id]', '[part]'].includes(part) ? `(?<${part.slice(1, -1)}>[^/]+)` : '[^/]+';
      })
      .join('')}$`,
  );
