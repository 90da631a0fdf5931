import type { ElementContent } from 'hast';
import type { ImageMetadata } from 'astro';
import type { DocumentFacts } from '../document/read.ts';
import type { OwnFields } from '../schema/fields.ts';
import type { Options } from '../options.ts';
import type { Author } from '../schema/author.ts';
import type { Correction } from '../schema/correction.ts';
import type { Licence } from '../schema/licence.ts';
import type { Outlet } from '../schema/outlet.ts';
import type { Person } from '../schema/person.ts';
import type { NoteRecord } from '../schema/note.ts';
import type { PolicyRecord } from '../schema/policy.ts';
import type { LeadPicture } from '../schema/lead-picture.ts';
import type { Label, StoryRecord } from '../schema/story.ts';
import type { Term } from '../schema/term.ts';
import type { Topic } from '../schema/topic.ts';
import { stringsFor } from '../strings/index.ts';
import { numberFormat } from '../strings/intl.ts';
import { fill } from '../strings/strings.ts';
import type { Strings } from '../strings/strings.ts';
import { statusOf } from './status.ts';
import type { Status } from './status.ts';
import { kindOf } from './source.ts';
import type { Source, WithId } from './source.ts';

/** A text with everything that it refers to looked up. Plain data: it can be digested and sent. */
export interface Text {
  id: string;
  lang: string;
  /** As the writer set them, never the build’s. */
  published: string;
  updated?: string;
  /** In the order of their numbers. */
  sources: Source[];
  people: Record<string, Person>;
  terms: Record<string, Term>;
  document: DocumentFacts & { digest: string };
}

/** Background that stories share. */
export interface Note extends Text {
  title: string;
}

/** How the newsroom works, on one matter. */
export interface Policy extends Text {
  title: string;
  description: string;
}

/** What newsrooms are for. */
export interface Story extends Text {
  label: Label;
  /** The last change: the writer’s date of it, or that of a later note about a change. */
  updated?: string;
  /** Why readers do not see it yet: only in dev. */
  status?: Status;
  /** Until when it leads the front page. */
  pinned?: string;
  /** The picture of it as a whole. */
  picture?: LeadPicture;
  /** The id of the original, for a translation. */
  translationOf?: string;
  /** Itself in all its languages, the original first, where it has several. */
  translations?: Translation[];
  headline: string;
  description: string;
  authors: WithId<Author>[];
  topics: WithId<Topic>[];
  /** Notes about changes, the newest first; the id is that of their place on the page. */
  corrections: WithId<Correction>[];
  /** Whether the ledger has another version of it: then it has a page on what changed. */
  hasHistory?: true;
  /** The ids of stories that it took over from, by which the ledger has them. */
  formerIds?: string[];
  /** The shared notes that it uses. */
  notes: Record<string, Note>;
  /** Where it appeared first, when that was elsewhere. */
  firstPublished?: { outlet: Outlet; headline: string; url?: string };
  licence?: Licence;
  /** What the newsroom’s own keys say, those of `src/nutgraf/fields.ts`. */
  fields?: OwnFields;
  /** Minutes, at 220 words a minute; at least one. */
  readingTime: number;
}

/** A story in one of its languages. */
type Translation = Pick<Story, 'id' | 'lang' | 'published' | 'headline'>;

/** What a drawing or a plain form needs beyond its props. */
export interface StoryContext {
  story: Text;
  /** The notes that it uses, each with what it says in plain HTML. */
  notes: Record<string, { note: Note; content: ElementContent[] }>;
  /** Its pictures, by their address in the text; only where pages are made. */
  pictures?: Record<string, ImageMetadata>;
  strings: Strings;
  /** The newsroom’s time zone. */
  timeZone: string;
  /** The page of a person, where there are such pages. */
  pathOfPerson?: (id: string) => string | undefined;
}

/** What a story says of itself, for metadata: why it matters, and how it was reported. */
export interface Telling {
  abstract?: string;
  backstory?: string;
}

/** The registries of a newsroom, by id. */
export interface Registries {
  outlets: ReadonlyMap<string, Outlet>;
  people: ReadonlyMap<string, Person>;
  authors: ReadonlyMap<string, Author>;
  topics: ReadonlyMap<string, Topic>;
  terms: ReadonlyMap<string, Term>;
}

type StoryData = StoryRecord & { document: Story['document']; fields?: Story['fields'] };
type NoteData = NoteRecord & { document: Note['document'] };
type PolicyData = PolicyRecord & { document: Policy['document'] };

/** Makes a note of an entry. */
export const noteOf = (id: string, data: NoteData, registries: Registries, options: Options): Note => ({
  ...textOf(id, data, registries, options),
  title: data.title,
});

/** Makes a policy of an entry. */
export const policyOf = (id: string, data: PolicyData, registries: Registries, options: Options): Policy => ({
  ...textOf(id, data, registries, options),
  title: data.title,
  description: data.description,
});

/** What stories and notes have in common. References were checked before; one that is missing is left out. */
function textOf(id: string, data: StoryData | NoteData | PolicyData, registries: Registries, options: Options): Text {
  const { published, updated, document } = data;
  const lang = data.lang ?? options.lang;
  return {
    id,
    lang,
    published,
    ...(updated && { updated }),
    sources: sourcesOf(data, registries, lang),
    people: pick(document.people, registries.people),
    terms: pick(document.terms, registries.terms),
    document,
  };
}

const pick = <Entry>(ids: readonly string[], entries: ReadonlyMap<string, Entry>): Record<string, Entry> =>
  Object.fromEntries(ids.flatMap((id) => (entries.has(id) ? [[id, entries.get(id)!]] : [])));

/** Makes a story of an entry, with the notes that it uses. */
export function storyOf(
  id: string,
  data: StoryData,
  registries: Registries,
  options: Options,
  notes: ReadonlyMap<string, Note> = new Map(),
): Story {
  const { label, headline, description, pinned, picture, translationOf, document, firstPublished, licence, fields } =
    data;
  const status = statusOf(data, options.timeZone);
  const all = <Entry>(ids: readonly string[], entries: ReadonlyMap<string, Entry>) =>
    ids.flatMap((one): WithId<Entry>[] => (entries.has(one) ? [{ id: one, ...entries.get(one)! }] : []));
  const updated = latest([data.updated, ...data.corrections.map(({ date }) => date)]);
  const firstOutlet = registries.outlets.get(firstPublished?.outlet ?? '');
  return {
    ...textOf(id, data, registries, options),
    label,
    headline,
    description,
    ...(updated && { updated }),
    ...(translationOf && { translationOf }),
    ...(status && { status }),
    ...(pinned && { pinned }),
    ...(picture && { picture }),
    authors: all(data.authors, registries.authors),
    topics: all(data.topics, registries.topics),
    corrections: newestFirst(data.corrections),
    notes: pick(document.notes, notes),
    ...(firstPublished && firstOutlet && { firstPublished: { ...firstPublished, outlet: firstOutlet } }),
    ...(fields && { fields }),
    ...((licence ?? options.licence) && { licence: licence ?? options.licence! }),
    readingTime: Math.max(1, Math.round(document.words / 220)),
  } as Story;
}

/** Dates of a writer in the order of time; a plain date is its first moment. */
const inTime = (a: string, b: string) => Date.parse(a) - Date.parse(b);

const latest = (dates: (string | undefined)[]) =>
  dates
    .filter((date) => date !== undefined)
    .toSorted(inTime)
    .at(-1);

/** Gives each note the id `correction-2026-01-10`; a second one of that day is `correction-2026-01-10-2`. */
function newestFirst(corrections: readonly Correction[]): WithId<Correction>[] {
  const times = new Map<string, number>();
  return corrections
    .toSorted((a, b) => inTime(a.date, b.date))
    .map((correction) => {
      const day = correction.date.slice(0, 10);
      const number = (times.get(day) ?? 0) + 1;
      times.set(day, number);
      return { id: `correction-${day}${number > 1 ? `-${number}` : ''}`, ...correction };
    })
    .reverse();
}

function sourcesOf(
  { sources, document }: StoryData | NoteData | PolicyData,
  { outlets, people }: Registries,
  lang: string,
): Source[] {
  const places = placesOf(document.citations, lang);
  const cited = new Set(document.citations.map(({ source }) => source));
  const inOrder = [...cited, ...Object.keys(sources).filter((id) => !cited.has(id))];
  return inOrder.flatMap((id, index) => {
    const record = sources[id];
    if (!record) return [];
    const [outlet, person] = [withId(record.outlet, outlets), withId(record.by, people)];
    const quotedBy = outlets.get(record.quotedBy ?? '');
    const {
      title,
      author,
      description,
      anonymity,
      published,
      accessed,
      pages,
      lang: language,
      url,
      archived,
      note,
    } = record;
    return {
      id,
      number: index + 1,
      name: record.name ?? outlet?.name ?? person?.name ?? id,
      kind: kindOf(record, outlet),
      unnamed: record.unnamed ?? false,
      citations: document.citations.flatMap(({ source }, at) =>
        source === id ? [{ number: at + 1, place: places[at]! }] : [],
      ),
      ...clean({
        outlet,
        person,
        title,
        author,
        description,
        anonymity,
        quotedBy,
        published,
        accessed,
        pages,
        lang: language,
        url,
        archived,
        note,
      }),
    };
  });
}

const withId = <Entry>(id = '', entries: ReadonlyMap<string, Entry>): WithId<Entry> | undefined =>
  entries.has(id) ? { id, ...entries.get(id)! } : undefined;

/** What to call the place of each citation; the second of one source in one place is “… (2)”. */
function placesOf(citations: DocumentFacts['citations'], lang: string): string[] {
  const { places, sections, paragraph: numbered } = stringsFor(lang);
  const number = numberFormat(lang);
  const seen = new Map<string, number>();
  return citations.map(({ source, component, section, heading, paragraph = 1 }) => {
    const place =
      (section && (places[section] ?? sections[section])) ??
      heading ??
      component ??
      fill(numbered, { number: number.format(paragraph) });
    const key = `${source} ${place}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times > 1 ? `${place} (${number.format(times)})` : place;
  });
}

type Defined<Shape> = { [Key in keyof Shape]?: Exclude<Shape[Key], undefined> };

const clean = <Shape extends object>(shape: Shape): Defined<Shape> =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Defined<Shape>;
