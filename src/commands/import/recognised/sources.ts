import { slugOf } from '../../draft.ts';
import type { Registry } from './registry.ts';

type SourceData = Record<string, string | boolean>;

/** The sources of a story that is being imported: each is listed once. */
export class Sources {
  readonly list: Record<string, SourceData> = {};
  readonly #registry: Registry;
  readonly #ids = new Map<string, string>();

  constructor(registry: Registry) {
    this.#registry = registry;
  }

  outlet = (outlet: string): string => this.#add(outlet, { outlet });

  person = (by: string): string => this.#add(by, { by, kind: 'person' });

  named = (name: string): string =>
    this.#add(slugOf(name) || 'source', { name: name.charAt(0).toUpperCase() + name.slice(1), kind: 'other' });

  /** An address: of an outlet that is known by its host, or of the host itself. */
  linked(url: string): string {
    const host = new URL(url).hostname.replace(/^www\./, '');
    const outlet = this.#registry.outletAt(host);
    return outlet
      ? this.#add(outlet, { outlet, url })
      : this.#add(slugOf(host) || 'page', { name: host, kind: 'other', url });
  }

  /** A post on a platform: of the outlet whose host it is on, or of whoever signs it. */
  post(
    url: string,
    { author, by, date }: { author?: string | undefined; by?: string | undefined; date?: string | undefined },
  ): string {
    const host = new URL(url).hostname.replace(/^www\./, '');
    const outlet = this.#registry.outletAt(host);
    return this.#add(slugOf(author?.replace(/^.*\(@|\).*$/g, '') ?? '') || slugOf(host) || 'post', {
      ...(outlet ? { outlet } : by ? {} : { name: author ?? host }),
      ...(by && { by }),
      ...(author && !by && outlet && { author }),
      kind: 'post',
      ...(date && { published: date }),
      url,
    });
  }

  #add(base: string, data: SourceData): string {
    const key = JSON.stringify(data);
    const known = this.#ids.get(key);
    if (known) return known;
    let id = base;
    for (let number = 2; Object.hasOwn(this.list, id); number += 1) id = `${base}-${number}`;
    this.list[id] = data;
    this.#ids.set(key, id);
    return id;
  }
}
