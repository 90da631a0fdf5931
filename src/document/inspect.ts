import type { Root } from 'mdast';
import { readReferences } from './citations.ts';
import type { Named } from './citations.ts';
import { checkChronology } from './chronology.ts';
import { checkContent } from './content.ts';
import type { Contracts } from './contract.ts';
import { deriveProps } from './derive.ts';
import type { Derived, Surroundings } from './derive.ts';
import { checkHtml } from './html.ts';
import { checkLink, linksWithin } from './links.ts';
import type { PlacedLink } from './links.ts';
import { setMarks } from './marks.ts';
import type { Message } from './message.ts';
import { checkNesting } from './nesting.ts';
import { checkPicture, definitionsIn, picturesBeside } from './pictures.ts';
import type { PlacedPicture } from './pictures.ts';
import { checkExpression, hasModule, programIn } from './program.ts';
import type { ProgramCode } from './program.ts';
import type { Role } from './role.ts';
import { checkMeaning } from './signs.ts';
import { checkKnown, checkProps, checkTwice } from './tags.ts';
import { componentsIn, visitsOf } from './visits.ts';
import type { ComponentTag, Visit } from './visits.ts';
import { countWords } from './words.ts';

/** What is found out by reading a story’s tree. */
export interface Inspection extends Named {
  messages: Message[];
  /** Names of the newsroom’s components in use. */
  components: string[];
  /** Their roles. */
  roles: Role[];
  /** The pictures that stand in the text, beside the story’s file. */
  images: PlacedPicture[];
  /** Its links to somewhere within the site. */
  links: PlacedLink[];
  /** The ids of its headings and sections. */
  anchors: string[];
  /** Paths of the files beside the story that its components read. */
  files: string[];
  /** The first thing that makes the story a program, if any. */
  program?: ProgramCode | undefined;
  /** Whether there is a table written in Markdown. */
  tables: boolean;
  /** Whether there is code to be read. */
  code: boolean;
  words: number;
}

/**
 * Reads a normalised tree against the contracts, and sets on it what pages and copies need: see
 * {@link readReferences}, {@link setMarks} and {@link deriveProps}.
 */
export function inspect(
  tree: Root,
  contracts: Contracts,
  { body, ...surroundings }: Surroundings & { /** What was typed. */ body?: string } = {},
): Inspection {
  const visits = visitsOf(tree, contracts);
  const components = componentsIn(visits);
  const definitions = definitionsIn(visits);
  const isModule = hasModule(visits);
  const named = readReferences(visits);
  const anchors = setMarks(visits);
  const messages: Message[] = [];
  const files: string[] = [];
  for (const visit of visits) {
    const { tag } = visit;
    if (!tag) {
      messages.push(...checkExpression(visit, isModule), ...checkLink(visit), ...checkPicture(visit, definitions));
      continue;
    }
    messages.push(...checkTwice(tag), ...checkHtml(tag, contracts), ...checkKnown(tag, contracts));
    if (tag.kind !== 'component') continue;
    const checked = checkComponent(tag, visit, contracts, surroundings);
    messages.push(...checked.messages);
    files.push(...checked.files);
  }
  if (body !== undefined) messages.push(...checkMeaning(visits, body, contracts));
  arrange(components);
  return {
    ...named,
    messages,
    components: unique(components.map(({ name }) => name)),
    roles: unique(components.flatMap(({ contract: { role } }) => role ?? [])),
    images: picturesBeside(visits, definitions),
    links: linksWithin(visits),
    anchors,
    files,
    program: programIn(visits),
    tables: visits.some(({ node }) => node.type === 'table'),
    code: visits.some(({ node }) => node.type === 'code' || node.type === 'inlineCode'),
    words: wordsIn(visits),
  };
}

/** Checks a component, and derives further props if those that the writer typed are right. */
function checkComponent(
  tag: ComponentTag,
  { around }: Visit,
  contracts: Contracts,
  surroundings: Surroundings,
): Derived {
  const wrongProps = checkProps(tag);
  const misplaced = [...checkNesting(tag, around), ...checkContent(tag, contracts), ...checkChronology(tag)];
  const { files, messages } = wrongProps.length ? { files: [], messages: [] } : deriveProps(tag, surroundings);
  return { files, messages: [...wrongProps, ...misplaced, ...messages] };
}

/**
 * Puts in order what stands in each component: the innermost first, so that it is whole when what
 * holds it is arranged.
 */
function arrange(components: readonly ComponentTag[]): void {
  for (const { node, contract } of components.toReversed()) contract.arrange?.(node);
}

/** The words of a story, without those that stand in it twice. */
const wordsIn = (visits: readonly Visit[]): number =>
  visits.reduce(
    (sum, { node, around }) => (node.type === 'text' && !around.repeats ? sum + countWords(node.value) : sum),
    0,
  );

const unique = <Name extends string>(names: readonly Name[]): Name[] => [...new Set(names)].sort();
