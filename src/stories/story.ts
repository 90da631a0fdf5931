import type { DocumentFacts } from '../document/read.ts';
import type { Options } from '../options.ts';
import type { Author } from '../schema/author.ts';
import type { Outlet } from '../schema/outlet.ts';
import type { Person } from '../schema/person.ts';
import type { StoryRecord } from '../schema/story.ts';
import type { Topic } from '../schema/topic.ts';
import { stringsFor } from '../strings/index.ts';
import { numberFormat } from '../strings/intl.ts';
import { fill } from '../strings/strings.ts';
import type { Strings } from '../strings/strings.ts';
import { holdOf } from './hold.ts';
import type { Hold } from './hold.ts';
import { kindOf } from './source.ts';
import type { Source } from './source.ts';

type WithId<Entry> = Entry & { id: string };

/** A story with everything that it refers to looked up. Plain data: it can be digested and sent. */
export interface Story {
  id: string;
  headline: string;
  description: string;
  lang: string;
  /** The id of the original, for a translation. */
  translationOf?: string;
  /** Itself in all its languages, the original first, where it has several. */
  translations?: Translation[];
  /** As the writer set them, never the build’s. */
  published: string;
  updated?: string;
  /** Why readers do not see it yet: only in dev. */
  hold?: Hold;
  authors: WithId<Author>[];
  topics: WithId<Topic>[];
  /** In the order of their numbers. */
  sources: Source[];
  people: Record<string, Person>;
  /** Where it appeared first, when that was elsewhere. */
  firstPublished?: { outlet: Outlet; headline: string; url?: string };
  licence?: { name: string; url?: string };
  document: DocumentFacts & { digest: string };
  /** Minutes, at 220 words a minute; at least one. */
  readingTime: number;
}

/** A story in one of its languages. */
export type Translation = Pick<Story, 'id' | 'lang' | 'published' | 'headline'>;

/** What a drawing or a plain form needs beyond its props. */
export interface StoryContext {
  story: Story;
  strings: Strings;
  /** The newsroom’s time zone. */
  timeZone: string;
}

/** The registries of a newsroom, by id. */
export interface Registries {
  outlets: ReadonlyMap<string, Outlet>;
  people: ReadonlyMap<string, Person>;
  authors: ReadonlyMap<string, Author>;
  topics: ReadonlyMap<string, Topic>;
}

type StoryData = StoryRecord & { document: Story['document'] };

/** Makes a story of an entry. References were checked before; one that is missing is left out. */
export function storyOf(id: string, data: StoryData, registries: Registries, options: Options): Story {
  const { headline, description, translationOf, published, updated, document, firstPublished, licence } = data;
  const lang = data.lang ?? options.lang;
  const hold = holdOf(data, options.timeZone);
  const all = <Entry>(ids: readonly string[], entries: ReadonlyMap<string, Entry>) =>
    ids.flatMap((one): WithId<Entry>[] => (entries.has(one) ? [{ id: one, ...entries.get(one)! }] : []));
  const firstOutlet = registries.outlets.get(firstPublished?.outlet ?? '');
  return {
    id,
    headline,
    description,
    lang,
    ...(translationOf && { translationOf }),
    published,
    ...(updated && { updated }),
    ...(hold && { hold }),
    authors: all(data.authors, registries.authors),
    topics: all(data.topics, registries.topics),
    sources: sourcesOf(data, registries, lang),
    people: Object.fromEntries(all(document.people, registries.people).map(({ id: one, ...person }) => [one, person])),
    ...(firstPublished && firstOutlet && { firstPublished: { ...firstPublished, outlet: firstOutlet } }),
    ...((licence ?? options.licence) && { licence: licence ?? options.licence! }),
    document,
    readingTime: Math.max(1, Math.round(document.words / 220)),
  } as Story;
}

function sourcesOf({ sources, document }: StoryData, { outlets, people }: Registries, lang: string): Source[] {
  const places = placesOf(document.citations, lang);
  const cited = new Set(document.citations.map(({ source }) => source));
  const inOrder = [...cited, ...Object.keys(sources).filter((id) => !cited.has(id))];
  return inOrder.flatMap((id, index) => {
    const record = sources[id];
    if (!record) return [];
    const outlet = outlets.get(record.outlet ?? '');
    const person = people.get(record.by ?? '');
    const { title, description, published, accessed, url, archived } = record;
    return {
      id,
      number: index + 1,
      name: record.name ?? outlet?.name ?? person?.name ?? id,
      kind: kindOf(record, outlet),
      unnamed: record.unnamed ?? false,
      citations: document.citations.flatMap(({ source }, at) => (source === id ? [{ number: at + 1, place: places[at]! }] : [])),
      ...clean({ outlet, person, title, description, published, accessed, url, archived }),
    };
  });
}

/** What to call the place of each citation; the second of one source in one place is “… (2)”. */
function placesOf(citations: DocumentFacts['citations'], lang: string): string[] {
  const { places, sections, paragraph: numbered } = stringsFor(lang);
  const number = numberFormat(lang);
  const seen = new Map<string, number>();
  return citations.map(({ source, component = '', heading, paragraph = 1 }) => {
    const place = places[component] ?? sections[component] ?? heading ?? (component || fill(numbered, { number: number.format(paragraph) }));
    const key = `${source} ${place}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times > 1 ? `${place} (${number.format(times)})` : place;
  });
}

type Defined<Shape> = { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> };

const clean = <Shape extends object>(shape: Shape): Defined<Shape> =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Defined<Shape>;
