import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml, splitStory } from '../document/frontmatter.ts';
import type { PlacedLink } from '../document/links.ts';
import { errorAt, inFile } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import type { Place } from '../document/place.ts';
import { checkValue } from '../document/values.ts';
import type { Options } from '../options.ts';
import { keyOf } from '../schema/address.ts';
import { goneSchema } from '../schema/ledger.ts';
import type { Gone } from '../schema/ledger.ts';
import { hasPage, keyOfPage, ownPaths, pages } from '../stories/address.ts';
import type { AddressStyle, Page } from '../stories/address.ts';
import { GONE, addressesIn, fileOfPublication } from '../stories/ledger.ts';
import type { Records } from './chain.ts';

/** A file of the newsroom, as far as addresses go. */
export interface Addressed {
  collection: string;
  id: string;
  /** Path from the root of the site. */
  file: string;
  /** What stands in it is known: it was read, and without a mistake. */
  isRead: boolean;
  isHeld: boolean;
  headline?: string | undefined;
  published?: string | undefined;
  aliases?: readonly string[] | undefined;
  /** The entries that it refers to, as `topics/colombia`. */
  references: readonly string[];
  /** Whether it was read, whatever is wrong with it. */
  isKnown: boolean;
  isDraft: boolean;
  lang: string;
  /** Its links to somewhere within the site. */
  links: readonly PlacedLink[];
  /** The ids of its headings and sections; unknown where code makes others. */
  anchors: readonly string[] | undefined;
}

/** Astro’s own `redirects`: paths, each with where it leads. */
export type Redirects = Readonly<Record<string, string>>;

/** What Astro’s settings say of a site, as far as addresses go. */
export interface SiteFacts {
  address: AddressStyle;
  redirects: Redirects;
  /** The patterns of the site’s own pages; asked for only where a link leads nowhere else. */
  routes: () => readonly string[];
  /** The folders of the site’s own pages and files, absolute. */
  pages: string;
  files: string;
  /** The patterns of what is made of each story, below the prefix: see `outputs/table.ts`. */
  outputs: readonly string[];
}

/** What holds where settings say nothing. @param root the site’s folder. */
export const usualFacts = (root: string, { prefix, permalink, without }: Options): SiteFacts => ({
  address: { base: '/', trailingSlash: 'ignore', format: 'directory', prefix, permalink, without },
  redirects: {},
  routes: () => [],
  pages: join(root, 'src/pages'),
  files: join(root, 'public'),
  outputs: [],
});

/** A former address of a story that readers see, as it is compared, and where it leads. */
export interface Move {
  from: string;
  to: string;
  /** The story that it leads to. */
  id: string;
}

const ofOne: Readonly<Record<string, (id: string) => Page>> = {
  pages: pages.page,
  policies: pages.policy,
  notes: pages.note,
  topics: pages.topic,
  authors: pages.author,
  outlets: pages.outlet,
  people: pages.person,
};

/** The address of a page that is made of a file, in the form by which addresses are compared; none of a term. */
export function keyOfFile(
  collection: string,
  { id, published }: { id: string; published?: string | undefined },
  options: Pick<Options, 'prefix' | 'permalink'>,
): string | undefined {
  if (collection === 'explainers')
    return published === undefined ? undefined : keyOfPage(pages.story({ id, published }), options);
  const page = ofOne[collection];
  return page && keyOfPage(page(id), options);
}

/**
 * The pages that there are, by address, each with its file as `explainers/the-call`: of texts, and
 * of what stories that readers see refer to.
 */
export function livePages(files: readonly Addressed[], options: Options): Map<string, string> {
  const live = new Map<string, string>();
  const add = (collection: string, one: { id: string; published?: string | undefined }) => {
    const key = keyOfFile(collection, one, options);
    if (key) live.set(key, `${collection}/${one.id}`);
  };
  // Stories of an archive refer to the same few hundred.
  const referred = new Set<string>();
  for (const file of files) {
    if (file.isHeld || !['explainers', 'notes', 'policies', 'pages'].includes(file.collection)) continue;
    add(file.collection, file);
    if (file.collection === 'explainers') for (const reference of file.references) referred.add(reference);
  }
  for (const reference of referred) {
    const [collection = '', id = ''] = reference.split('/');
    if (['topics', 'authors', 'outlets', 'people'].includes(collection) && hasPage(ofOne[collection]!(id), options))
      add(collection, { id });
  }
  return live;
}

/** The former addresses of stories that readers see; an alias that is the story’s own address is none. */
export const movesOf = (files: readonly Addressed[], options: Options): Move[] =>
  files.flatMap((file): Move[] => {
    if (file.collection !== 'explainers' || file.isHeld || !file.aliases?.length) return [];
    const to = keyOfFile('explainers', file, options);
    return (to ? file.aliases : [])
      .map(keyOf)
      .filter((from) => from !== to)
      .map((from) => ({ from, to: to!, id: file.id }));
  });

/** What the newsroom says is gone, and what is wrong with how it says it. */
export interface GoneList {
  gone: Gone[];
  messages: Message[];
  placeOf: (index: number) => Place;
}

/** Reads `gone.yaml`. @param folder the ledger’s, absolute. */
export function goneIn(folder: string): GoneList {
  const path = join(folder, GONE);
  if (!existsSync(path)) return { gone: [], messages: [], placeOf: () => top };
  const { data, messages, placeOf } = readYaml(readFileSync(path, 'utf8'), 1);
  const isEmpty = !messages.length && Object.keys(data ?? {}).length === 0;
  return {
    gone: isEmpty ? [] : (goneSchema.safeParse(data).data ?? []),
    messages: messages.length || isEmpty ? messages : checkValue(goneSchema, data, { noun: 'key', placeOf }),
    placeOf: (index) => placeOf([index, 'address'], 'value'),
  };
}

const top = { line: 1, column: 1 };

/** What addresses are held against. */
export interface AddressSetting {
  /** The site’s folder. */
  root: string;
  /** The ledger’s folder, from there. */
  folder: string;
  options: Options;
  files: readonly Addressed[];
  records: Records;
  site: SiteFacts;
}

/** What answers at the addresses of a site: pages, former addresses, redirects, and what says that it is gone. */
export class AddressBook {
  readonly setting: AddressSetting;
  /** As `livePages` has them. */
  readonly live: ReadonlyMap<string, string>;
  readonly moves: ReadonlyMap<string, Move>;
  readonly list: GoneList;
  readonly gone: ReadonlySet<string>;
  readonly rules: readonly Rule[];

  constructor(setting: AddressSetting) {
    const { root, folder, options, files, site } = setting;
    this.setting = setting;
    this.live = livePages(files, options);
    this.moves = new Map(movesOf(files, options).map((move) => [move.from, move]));
    this.list = goneIn(join(root, folder));
    this.gone = new Set(this.list.gone.map(({ address }) => keyOf(address)));
    this.rules = Object.entries(site.redirects).map(([from, to]) => ({ from, to, matches: redirectPattern(from) }));
  }

  answers(key: string): boolean {
    return (
      this.live.has(key) ||
      this.moves.has(key) ||
      this.gone.has(key) ||
      this.rules.some(({ matches }) => matches.test(key)) ||
      isOwnFile(this.setting.site, key)
    );
  }

  /**
   * Published addresses that would answer no longer, and former addresses that lead nowhere or in
   * circles. A file that was not read may have any address, and take over any.
   *
   * @param told stories, by their files, of which something else was said already.
   */
  messages(told: ReadonlySet<string>): Message[] {
    return [...goneMessages(this), ...aliasMessages(this), ...redirectMessages(this), ...unanswered(this, told)];
  }
}

function goneMessages({ setting: { folder }, list: { gone, messages, placeOf }, live, moves }: AddressBook): Message[] {
  const alive = gone.flatMap(({ address }, index) => {
    const key = keyOf(address);
    const move = moves.get(key);
    const page = live.get(key) ?? (move && `explainers/${move.id}`);
    if (!page) return [];
    const reason = `Unexpected “${address}” among what is gone: expected an address without a page. It leads to ${page}.`;
    return [errorAt(placeOf(index), 'alias-free', reason)];
  });
  return inFile(`${folder}/${GONE}`, [...messages, ...alive]);
}

function aliasMessages({ setting: { root, options, files, site }, live, gone }: AddressBook): Message[] {
  const own = new Set(ownPaths(options).map(keyOf));
  const redirected = new Set(Object.keys(site.redirects).map(keyOf));
  const first = new Map<string, string>();
  return files.flatMap((file) => {
    if (file.isHeld || !file.aliases?.length) return [];
    const address = keyOfFile(file.collection, file, options);
    return file.aliases.flatMap((alias, index) => {
      const key = keyOf(alias);
      if (key === address) return [];
      const page = live.get(key);
      const second = first.get(key);
      first.set(key, file.file);
      const fault = page
        ? `it is the address of ${page}. Expected one that no page has`
        : own.has(key)
          ? 'it is a page of the site. Expected an address that no page has'
          : gone.has(key)
            ? `${GONE} says that it is gone. Expected it in one of the two`
            : redirected.has(key)
              ? 'the setting “redirects” has it. Expected it in one of the two'
              : second
                ? `${second} has it. Expected it in one story`
                : undefined;
      if (!fault) return [];
      const place = placeIn(root, file.file)(['aliases', index], 'value');
      return inFile(file.file, [errorAt(place, 'alias-free', `Unexpected alias “${alias}”: ${fault}.`)]);
    });
  });
}

const placeIn = (root: string, file: string) =>
  readYaml(splitStory(readFileSync(join(root, file), 'utf8')).yaml ?? '', 2).placeOf;

interface Rule {
  from: string;
  to: string;
  matches: RegExp;
}

/** Redirects of the newsroom’s own that lead on, in a circle, to what is gone, or away from a page. */
function redirectMessages({ rules, live, moves, gone }: AddressBook): Message[] {
  const say = (reason: string, nearest?: string) => errorAt(top, 'redirect-ends', reason, nearest);
  const targets = new Map(rules.map(({ from, to }) => [keyOf(from), to]));
  const nextOf = (key: string) => moves.get(key)?.to ?? targets.get(key);
  const messages = rules.flatMap(({ from, to }) => {
    if (live.has(keyOf(from)))
      return [say(`Unexpected redirect from “${from}”: it is the address of ${live.get(keyOf(from))}.`)];
    if (!to.startsWith('/')) return [];
    const way = [keyOf(from)];
    let end = to;
    for (let next: string | undefined = to; next?.startsWith('/'); next = nextOf(keyOf(next))) {
      if (way.includes(keyOf(next)))
        return [say(`Unexpected redirect from “${from}” to “${to}”: it leads back to itself.`)];
      way.push(keyOf(next));
      end = next;
    }
    if (way.length > 2)
      return [say(`Unexpected redirect from “${from}” to “${to}”, which leads on: expected where it ends.`, end)];
    return gone.has(keyOf(to))
      ? [say(`Unexpected redirect from “${from}” to “${to}”: ${GONE} says that it is gone.`)]
      : [];
  });
  return inFile('astro.config.mjs', messages);
}

function unanswered(book: AddressBook, told: ReadonlySet<string>): Message[] {
  const { root, folder, options, files, records } = book.setting;
  const byId = new Map(files.map((file) => [`${file.collection}/${file.id}`, file]));
  const isWhole = files.every(({ isRead }) => isRead);
  const places: Record<string, Map<string, Place>> = {};
  const published = addressesIn(records.publications);
  const known = new Set(published.values());
  return [...published].flatMap(([key, page]): Message[] => {
    const file = byId.get(page);
    if (book.answers(key) || (file && (!file.isRead || told.has(file.file)))) return [];
    if (page.startsWith('explainers/') && file) return [movedFrom(key, file)];
    // What is not known may have taken over.
    if (!isWhole) return [];
    const place = placeOfPublished(key);
    const heir = heirOf(page);
    const alias = `under “aliases” of the story that took over${heir && ` (${heir})`}, `;
    const reason = `Missing page “${key}”, which was published: expected it ${page.startsWith('explainers/') ? alias : ''}among the “redirects” in astro.config.mjs, or in ${folder}/${GONE}.`;
    return inFile(place.file, [errorAt(place, 'address-kept', reason)]);
  });

  function movedFrom(key: string, file: Addressed): Message {
    const { data, placeOf } = readYaml(splitStory(readFileSync(join(root, file.file), 'utf8')).yaml ?? '', 2);
    if (file.isHeld) {
      const isDraft = Object.hasOwn(data ?? {}, 'draft');
      const reason = `Unexpected ${isDraft ? 'draft' : 'date to come'}: expected a story that readers see, as its page “${key}” was published.`;
      return keptAt(file, isDraft ? placeOf(['draft'], 'key') : placeOf(['published'], 'value'), reason);
    }
    const now = keyOfFile('explainers', file, options);
    const place = /:(year|month|day)/.test(options.permalink) ? placeOf(['published'], 'value') : top;
    const reason = `Unexpected address “${now ?? ''}”: expected “${key}”, where it was published, or that among its “aliases”.`;
    return keptAt(file, place, reason, `aliases: [${key}]`);
  }

  function placeOfPublished(key: string): Place & { file: string } {
    const { name } = records.publications.findLast(({ what }) => what && key in what.addresses)!;
    const file = `${folder}/${fileOfPublication(name)}`;
    places[file] ??= placesOfKeys(readFileSync(join(root, file), 'utf8'));
    return { file, ...(places[file].get(key) ?? top) };
  }

  /** A story that has the headline of one that is missing, and was never published itself. */
  function heirOf(page: string): string {
    const last = records.entries.get(page.replace(/^explainers\//, ''))?.findLast(({ what }) => what)?.what;
    const heir = files.find(
      ({ collection, id, headline, isHeld }) =>
        last && !isHeld && headline === last.headline && !known.has(`${collection}/${id}`),
    );
    return heir?.file ?? '';
  }
}

/** Where the addresses in a publication stand, a line each as it was written. */
const placesOfKeys = (text: string): Map<string, Place> =>
  new Map(
    text.split('\n').flatMap((line, index): [string, Place][] => {
      const [, before = '', key = ''] = /^(\s*)("\/.*?[^\\]"):/.exec(line) ?? [];
      return key ? [[JSON.parse(key) as string, { line: index + 1, column: before.length + 1 }]] : [];
    }),
  );

const keptAt = ({ file }: Addressed, place: Place, reason: string, nearest?: string): Message =>
  Object.assign(errorAt(place, 'address-kept', reason, nearest), { file });

/** A path of Astro’s `redirects`, which may have parts in brackets, as it matches addresses. */
export const redirectPattern = (from: string): RegExp =>
  new RegExp(
    `^${keyOf(from)
      .split(/(\[[^\]]+\])/)
      .map((part) =>
        !part.startsWith('[') ? part.replace(/[\\^$.*+?()|{}]/g, '\\$&') : part.startsWith('[...') ? '.*' : '[^/]+',
      )
      .join('')}$`,
  );

/** Whether the site itself has a page or file at an address. */
const isOwnFile = ({ pages: own, files }: SiteFacts, key: string): boolean => {
  const path = key.replace(/\/$/, '');
  return [
    ...['.astro', '.md', '.mdx', '.html', '.ts', '.js', '/index.astro', '/index.md', '/index.mdx'].map((ending) =>
      join(own, `${path}${ending}`),
    ),
    ...['', '.html', '/index.html'].map((ending) => join(files, `${path}${ending}`)),
  ].some((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
};
