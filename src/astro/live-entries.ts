/** What a loader put into Astro’s store. */
interface LiveEntry {
  id: string;
  data: unknown;
  /** From the root of the site. */
  filePath?: string | undefined;
}

/** What is asked of Astro’s store. */
interface Store {
  values: () => LiveEntry[];
  get: (id: string) => LiveEntry | undefined;
}

/**
 * What is in Astro’s store while the dev server runs, for the pages that it draws.
 *
 * Pages of a dev server would otherwise read that store from a file that Astro writes half a second after each
 * change, whole, and reads again as a module: with 5,000 stories, a save took six seconds to show.
 *
 * Relies on what Astro 7.3 does and does not promise:
 * - The store that a loader is given is the one in memory, and has what was set at once.
 * - Loaders and pages run in one process; where an adapter draws pages in another, there is nothing here, and pages
 *   ask Astro.
 */
export class LiveEntries {
  readonly #stores = new Map<string, Store>();
  readonly #versions = new Map<string, number>();
  readonly #made = new Map<string, { of: string; value: unknown }>();

  /** How many stories were made of entries since the server started: what a save must not multiply. */
  made = 0;

  /** Takes in the store of a collection, as its loader has it. */
  add(collection: string, store: Store): void {
    this.#stores.set(collection, store);
    this.changed(collection);
  }

  changed(collection: string): void {
    this.#versions.set(collection, this.version(collection) + 1);
  }

  /** Another number whenever something in a collection has changed. */
  version(collection: string): number {
    return this.#versions.get(collection) ?? 0;
  }

  /**
   * Makes something of collections once, until one of them changes; also when Vite loads the module anew that asks, as
   * it does whenever Astro has written its store.
   *
   * @param what a name, which always stands for the same kind of thing.
   */
  once<Value>(what: string, collections: readonly string[], make: () => Value): Value {
    const of = collections.map((name) => this.version(name)).join();
    const made = this.#made.get(what);
    if (made?.of === of) return made.value as Value;
    const value = make();
    this.#made.set(what, { of, value });
    return value;
  }

  entries(collection: string): LiveEntry[] {
    return this.#stores.get(collection)?.values() ?? [];
  }

  /** The file of an entry, from the root of the site. */
  fileOf(collection: string, id: string): string | undefined {
    return this.#stores.get(collection)?.get(id)?.filePath;
  }
}

const key = Symbol.for('nutgraf.live-entries');
const holder = globalThis as { [key]?: LiveEntries };

/** Makes the live entries of a dev server that starts. */
export const beginLiveEntries = (): LiveEntries => (holder[key] = new LiveEntries());

/** Those of the dev server that runs in this process. */
export const liveEntries = (): LiveEntries | undefined => holder[key];
