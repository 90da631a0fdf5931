declare module 'virtual:nutgraf/site' {
  /** The newsroom’s settings. */
  export const options: import('../options.ts').Options;
  /** How the site writes its addresses. */
  export const address: import('../stories/address.ts').AddressStyle;
  /** Whether `astro dev` runs. Not `import.meta.env.DEV`: a variable DEV of the machine sets that. */
  export const isDev: boolean;
  /** The folder of the site, absolute; only in dev. */
  export const root: string;
  /** The sheet of the newsroom’s brand, the custom properties of its fonts, and a digest of its files. */
  export const brand: { styles: string; fonts: string[]; digest: string };
  /** Whether Astro writes a content security policy into pages. */
  export const hasPolicy: boolean;
  /** From where files of the site come, besides itself. */
  export const origins: string[];
  /** The id of the key that signs records of stories; empty where there is none. */
  export const signer: string;
  /** The files of the fonts of cards. */
  export const paintBox: import('../outputs/output.ts').PaintBox;
  /** The folder in which trees are kept. */
  export const archiveFolder: string;
  /** The folder in which the newsroom keeps what it has published. */
  export const ledgerFolder: string;
  /** The names that the site gives our collections; none to one without entries. */
  export const names: import('./collection-names.ts').CollectionNames;
  /** The ids of the newsroom’s policies. */
  export const policies: string[];
  /** A digest of Nutgraf’s own files: part of what a page is made of. */
  export const version: string;
}

declare module 'virtual:nutgraf/components' {
  type Drawing = import('astro/runtime/server/index.js').AstroComponentFactory;
  export const drawings: Record<string, Drawing>;
  export const styles: Record<string, string>;
}

/** Apart from the drawings: the threads that print copies know nothing of Astro. */
declare module 'virtual:nutgraf/plains' {
  export const plains: Record<string, import('../renderings/plain.ts').PlainForm>;
}

declare module 'virtual:nutgraf/brand' {
  /** The newsroom’s own sheet; empty where it has none. */
  export const styles: string;
  /** The newsroom’s logo on light and dark, if it has one. */
  export const logos: Record<'light' | 'dark', import('astro').ImageMetadata> | undefined;
  /** Its mark by its size in pixels: a PNG, in base64. */
  export const icons: Record<number, string>;
}

declare module 'virtual:nutgraf/page' {
  /** The head that the newsroom wants a page to have: ours, where it does not say. */
  export const headOf: import('../metadata/page-data.ts').HeadOf;
}

declare module 'virtual:nutgraf/guide' {
  /** Every component, described, and its example as a tree. */
  export const guide: import('./guide.ts').Guide;
  /** Pictures beside the examples, by name. */
  export const pictures: Record<string, import('astro').ImageMetadata>;
}

declare namespace App {
  interface Locals {
    /** What a story’s drawings need beyond their props: the story that they stand in. */
    nutgraf: import('../stories/story.ts').StoryContext;
  }
}
