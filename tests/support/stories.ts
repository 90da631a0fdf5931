import type { DocumentFacts } from '../../src/document/read.ts';
import { optionsSchema } from '../../src/options.ts';
import type { NutgrafOptions, Options } from '../../src/options.ts';
import { storySchema } from '../../src/schema/story.ts';
import type { AddressStyle } from '../../src/stories/address.ts';
import { registriesOf } from '../../src/stories/registries.ts';
import { storyOf } from '../../src/stories/story.ts';
import type { Note, Registries, Story } from '../../src/stories/story.ts';

/** Stories of a small newsroom, made of what a writer writes above them; no site is built. */

const entries = <Entry>(records: Record<string, Entry>) => Object.entries(records).map(([id, data]) => ({ id, data }));

/** The newsroom’s registries in a language. */
export const registriesIn = (lang: string): Registries =>
  registriesOf({
    outlets: entries({
      reuters: { name: 'Reuters', kind: 'agency', url: 'https://www.reuters.example/' },
      afp: { name: 'AFP', kind: 'agency' },
      'el-tiempo': { name: 'El Tiempo', kind: 'newspaper', url: 'https://eltiempo.example/' },
      'court-bogota': { name: 'Court of Bogotá', kind: 'court', translations: { es: { name: 'Tribunal de Bogotá' } } },
      'truth-social': { name: 'Truth Social', kind: 'platform' },
      presidency: {
        name: 'Colombian presidency',
        kind: 'official',
        translations: { es: { name: 'Presidencia de Colombia' } },
      },
    }),
    people: entries({
      'gustavo-petro': {
        name: 'Gustavo Petro',
        roles: [
          {
            title: 'President of Colombia',
            from: '2022-08-07',
            translations: { es: { title: 'presidente de Colombia' } },
          },
        ],
      },
      'donald-trump': { name: 'Donald Trump', roles: [] },
    }),
    authors: entries({
      'ana-diaz': { name: 'Ana Díaz', url: 'https://news.example/ana' },
      'world-desk': { name: 'The World Desk', desk: true, translations: { es: { name: 'La mesa internacional' } } },
      'tom-ray': { name: 'Tom Ray' },
    }),
    topics: entries({
      colombia: { name: 'Colombia' },
      trade: { name: 'Trade', translations: { es: { name: 'Comercio' } } },
    }),
    terms: entries({ tariff: { name: 'tariff', definition: 'A tax on imports.' } }),
  })(lang);

/** Its settings. */
export const optionsWith = (more: Partial<NutgrafOptions> = {}): Options =>
  optionsSchema.parse({ name: 'The Example', timeZone: 'America/New_York', ...more });

/** Its addresses. */
export const address: AddressStyle = {
  site: 'https://news.example',
  base: '/',
  trailingSlash: 'ignore',
  format: 'directory',
  prefix: '/',
  permalink: '/:slug/',
};

/** What is written above a story, and what its words are found to hold. */
interface Written {
  id?: string;
  above?: object;
  facts?: Partial<DocumentFacts>;
  settings?: Partial<NutgrafOptions>;
  notes?: ReadonlyMap<string, Note>;
}

/** What the reading of a text without any component finds. */
export const plainFacts: DocumentFacts = {
  kind: 'document',
  citations: [],
  components: [],
  roles: [],
  people: [],
  notes: [],
  terms: [],
  images: [],
  files: [],
  steps: [],
  unknowns: 0,
  tables: false,
  code: false,
  words: 440,
};

/** A story of the newsroom. */
export function storyWith({ id = 'a-call', above = {}, facts = {}, settings = {}, notes }: Written = {}): Story {
  const data = storySchema.parse({
    headline: 'Trump and Petro plan to meet',
    description: 'They stepped back from threats.',
    published: '2026-01-08',
    authors: ['ana-diaz'],
    ...above,
  });
  const options = optionsWith(settings);
  const record = { ...data, document: { ...plainFacts, ...facts, digest: 'abc' } };
  return storyOf(id, record, registriesIn(data.lang ?? options.lang), options, notes);
}
