import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { z } from 'astro/zod';
import type { Heading } from '../strings/strings.ts';
import type { Literal } from './literal.ts';
import type { Role } from './role.ts';

/** A component as it stands in a story’s tree. */
export type ComponentNode = MdxJsxFlowElement | MdxJsxTextElement;

/** What the reading hands to a contract. */
export interface Reader {
  /** The text of a file beside the story; `undefined` when there is none: then the writer already has a message. */
  file(path: string): string | undefined;
  /**
   * Tells the writer of a mistake, at one of the props or, without a name, at the tag. `reason` is
   * “Unexpected X: expected Y.”
   */
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
  /**
   * `section`: a part of the story under its own heading. `part`: stands in a section. `inline`:
   * stands in a sentence.
   */
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
  /**
   * Whether it may stand there with nothing in it. Unless said, one that holds others or a list may not, nor one
   * whose role is to say something; any other may, as all of it may be in its props.
   */
  mayBeEmpty?: boolean;
  /** For what it holds: the prop with its date, by which the oldest comes first, and the one that names its group. */
  ordered?: { by: string; group?: string };
  /** For a list: the most lines that it may have. */
  limit?: number;
  /** For a section: the section that stands beside it on a wide screen, when it follows. */
  beside?: string;
  /** Whether it says again what the story says elsewhere: then it is left out of the count of words. */
  repeats?: boolean;
  /**
   * Props that follow from what the writer put inside, or from files beside the story; passed to the
   * drawing and the plain form. Not called when a prop is wrong; `undefined` after a mistake that was reported.
   */
  derive?(node: ComponentNode, reader: Reader, props: Record<string, unknown>): Record<string, Literal> | undefined;
  /** Puts what stands inside in order, for example in groups; runs after everything inside was read. */
  arrange?: (node: ComponentNode) => void;
  /** One real use, as a writer would type it. */
  example: string;
}

/** Contracts by component name. */
export type Contracts = ReadonlyMap<string, Contract>;

/** A contract that knows the types of its props, and of those that it derives. */
export interface TypedContract<Props extends z.ZodObject, Derived extends object> extends Omit<
  Contract,
  'props' | 'derive'
> {
  props: Props;
  derive?(node: ComponentNode, reader: Reader, props: z.output<Props>): Derived | undefined;
}

/** Declares a component; its drawing and its plain form are typed by it, see {@link PropsOf}. */
// eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type -- One that derives nothing adds no props.
export const defineContract = <Props extends z.ZodObject, Derived extends object = Record<never, never>>(
  contract: TypedContract<Props, Derived>,
): TypedContract<Props, Derived> => contract;

/** Props that the reading sets on every component to which they apply. */
export interface ReadingProps {
  /** For one that cites a source: the number of the citation in the story, from 1. */
  citation?: number;
  /** For a section: its id on the page. */
  anchor?: string;
  /** For one that names a term: whether the story has explained it before. */
  again?: boolean;
  /** For a statement: whether all of it is a quotation. */
  quote?: boolean;
  /** For a dated item: the level of its heading, where that is not 3. */
  level?: number;
}

/**
 * What a drawing and a plain form get: `PropsOf<typeof contract>`, the contract’s props, derived
 * ones, and the reading’s.
 */
export type PropsOf<Declared> =
  Declared extends TypedContract<infer Props, infer Derived> ? z.output<Props> & Derived & ReadingProps : never;
