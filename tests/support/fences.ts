/** A block of code in a text of Markdown. */
export interface Fence {
  lang: string;
  /** The file that it is, where it says so: ` ```ts title="src/a.ts" `. */
  title?: string;
  code: string;
}

/** The blocks of code that are fenced, in their order. */
export const fencesIn = (markdown: string): Fence[] =>
  [...markdown.matchAll(/^```(\w*)(?: title="([^"]+)")?\n([^]*?)^```$/gm)].map(([, lang = '', title, code = '']) => ({
    lang,
    ...(title && { title }),
    code,
  }));
