import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { z } from 'astro/zod';
import type { Heading } from '../strings/strings.ts';
import type { Literal } from './literal.ts';
import type { Role } from './role.ts';

/** A component as it stands in a story’s tree. */
export type ComponentNode = MdxJsxFlowElement | MdxJsxTextElement;

/** What the reading hands to a contract. */
export interface Reader {
  /** The text of a file beside the story; `undefined` when there is none, of which the writer is then told. */
  file(path: string): string | undefined;
  /** Tells the writer of a mistake, at one of the props or, without a name, at the tag. `reason` is “Unexpected X: expected Y.” */
  report(prop: string | undefined, reason: string, suggestion?: string): void;
}

/** What a component is: the truth for the checker, the documentation, the snippets and the tests. */
export interface Contract {
  /** What writers type; also the name of the folder. */
  name: string;
  /** One sentence: what it is for. */
  purpose: string;
  /** Its props, each with a description. Unknown props are errors. */
  props: z.ZodObject;
  /** `section`: a part of the story under its own heading. `part`: stands in a section. `inline`: stands in a sentence. */
  place: 'section' | 'part' | 'inline';
  /** What it is for the rest of the program: the desk, copies, metadata. */
  role?: Role;
  /** For a section: which of the language’s headings it has where the writer gives none. */
  heading?: Heading;
  /** For a part: the only components that it may stand directly in. */
  within?: readonly string[];
  /**
   * What may stand inside: paragraphs and lists (`flow`), words of a sentence (`words`), nothing
   * at all (`nothing`), one list (`list`), or these components only.
   */
  holds: 'flow' | 'words' | 'nothing' | 'list' | readonly string[];
  /** For a component that holds others: whether it may do without any. */
  mayBeEmpty?: boolean;
  /** For a list: the most lines that it may have. */
  limit?: number;
  /** For a section: the section that stands beside it on a wide screen, when it follows. */
  beside?: string;
  /** Whether it says again what the story says elsewhere: then it is left out of the count of words. */
  repeats?: boolean;
  /** Props that follow from what the writer put inside, or from files beside the story; passed to the drawing and the plain form. */
  derive?: (node: ComponentNode, reader: Reader) => Record<string, Literal>;
  /** Puts what stands inside in order, for example in groups; runs after everything inside was read. */
  arrange?: (node: ComponentNode) => void;
  /** One real use, as a writer would type it. */
  example: string;
}

/** Contracts by component name. */
export type Contracts = ReadonlyMap<string, Contract>;

/** Declares a component. Only there so that a contract is checked where it is written. */
export const defineContract = <Shape extends Contract>(contract: Shape): Shape => contract;
