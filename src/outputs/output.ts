import type { Options } from '../options.ts';
import type { Copy } from '../renderings/copy.ts';
import type { AddressStyle } from '../stories/address.ts';
import type { Story } from '../stories/story.ts';

/** Which pictures of a story an output may show, by their rights; the others are told in words. */
export type ShownPictures = 'all' | 'ours' | 'none';

/** Prints a copy in a format. Other outputs are printed from the same copy: it must stay as it is. */
export type Printer = (copy: Copy, options: Options, address: AddressStyle) => string;

/** One page or file that is made of a story. */
interface Made {
  /** What it is, for writers. */
  what: string;
  /** Its address as Astro’s routes have it, below the site’s prefix; `[story]` is that of the story’s own page. */
  pattern: string;
  /** Its media type (IANA), without the character set, which is always UTF-8. */
  type: string;
  /** Which stories have it; all where nothing is said. */
  isFor?: (story: Story, options: Options) => boolean;
  /** The output that it is a part of: a site without that one does without it, too. */
  goesWith?: 'email' | 'republish';
  /** Whether the head of the story’s page names it as the same story in another form. */
  isAlternate?: true;
  isInSitemap?: true;
  /** What partners know it by, where it is a file of the republish kit. */
  kit?: string;
}

/** A file that is printed from the copy of a story. */
interface PrintedOutput extends Made {
  shows: ShownPictures;
  /** Where it is a page to Astro, with an address and a file as pages have; other files share one route. */
  route?: string;
  /** Loaded when it is needed: commands that read the settings print nothing. */
  printer: () => Promise<{ print: Printer }>;
}

/** The picture of a story, and what has to be seen of it. */
export interface CardImage {
  /** The path of its file. */
  file: string;
  /** Such as `50% 30%`: from the left, and from the top. */
  focus: string;
  credit: string;
}

/** What a painter works with. */
export interface PaintBox {
  /** The path of the module `sharp` of ours: a strict package manager shows a site only what it names itself. */
  sharp: string;
  /** Files of fonts, in TrueType. */
  fonts: readonly string[];
}

/** Paints a picture of a story. @param image where it has one to show. */
export type Painter = (
  story: Story,
  options: Options,
  box: PaintBox,
  image?: CardImage,
) => Promise<Uint8Array<ArrayBuffer>>;

/** A picture that is painted of a story. */
interface PaintedOutput extends Made {
  shows: ShownPictures;
  painter: () => Promise<{ paint: Painter }>;
}

/** Puts the files of a story’s pictures into one. @param files absolute, by the paths that the story gave them. */
export type Packer = (copy: Copy, files: Readonly<Record<string, string>>) => Promise<Uint8Array<ArrayBuffer>>;

/** A file in which pictures of a story are. */
interface PackedOutput extends Made {
  shows: ShownPictures;
  packer: () => Promise<{ pack: Packer }>;
}

/** A page that a route of its own draws. */
interface DrawnOutput extends Made {
  route: string;
}

export type Output = PrintedOutput | PaintedOutput | PackedOutput | DrawnOutput;
