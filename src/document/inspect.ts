import type { Program } from 'estree-jsx';
import GithubSlugger from 'github-slugger';
import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit as walk } from 'unist-util-visit';
import type { z } from 'astro/zod';
import type { Referable } from '../schema/fields.ts';
import { nearest } from '../schema/nearest.ts';
import { pictureProps, referencesIn } from '../schema/references.ts';
import type { Heading } from '../strings/strings.ts';
import type { ComponentNode, Contract, Contracts, Reader } from './contract.ts';
import type { Place } from './place.ts';
import { checkAddress, checkHtml, isAllowedHtml, picturePath } from './html.ts';
import type { Report } from './html.ts';
import { expressionOf } from './literal.ts';
import { anyOf, cut, errorAt } from './message.ts';
import type { Message } from './message.ts';
import { propsOf, setProps, startOf } from './props.ts';
import type { Props } from './props.ts';
import type { Role } from './role.ts';
import { isTag } from './normalise.ts';
import { checkValue, isMissing } from './values.ts';
import { countWords } from './words.ts';

/** A value that names an entry elsewhere, and where a writer typed it. */
export interface PlacedReference extends Place {
  to: Referable;
  id: string;
}

/** One place in a story where a source is cited. */
export interface Citation {
  /** The id under `sources`. */
  source: string;
  /** What a reader would call the place: the heading above it, the component it is in, or the paragraph’s number. */
  heading?: string;
  component?: string;
  /** Which of the language’s headings that component has, if any. */
  section?: Heading;
  paragraph?: number;
}

/** All that one walk over a story’s tree tells. */
export interface Inspection {
  messages: Message[];
  references: PlacedReference[];
  citations: Citation[];
  /** Names of the newsroom’s components in use. */
  components: string[];
  /** Their roles. */
  roles: Role[];
  /** Paths of the pictures that stand in the text, beside the story’s file. */
  images: (Place & { src: string })[];
  /** Paths of the files beside the story that its components read. */
  files: string[];
  /** The first thing that makes the story a program, if any. */
  program?: Place & { what: string };
  /** Whether there is a table written in Markdown. */
  tables: boolean;
  words: number;
}

interface Context {
  parent?: Contract | undefined;
  section?: { component: string; section?: Heading; title?: string } | undefined;
  /** The outermost thing of Markdown that it stands in, in a writer’s word. */
  block?: string | undefined;
  /** Whether the words in it stand elsewhere, too. */
  repeats?: boolean | undefined;
  /** Whether there are words beside it. */
  inSentence?: boolean;
  /** What is a link already: none can stand in it. */
  link?: string | undefined;
}

/**
 * Reads a normalised tree against the contracts, and sets on it what follows from its order: derived
 * props, `citation` (the number of the citation, from 1), `again` (a term that was there before),
 * `anchor` (the id of a section or heading) and, in `data`, the role and the heading of each component’s contract.
 *
 * @param fileAt the text of a file beside the story, by its path from there.
 */
export function inspect(
  tree: Root,
  contracts: Contracts,
  fileAt: (path: string) => string | undefined = () => undefined,
): Inspection {
  const own = ownNames(tree);
  const hasCode = tree.children.some(({ type }) => type === 'mdxjsEsm');
  let definitions: Map<string, string> | undefined;
  const found: Inspection = {
    messages: [],
    references: [],
    citations: [],
    components: [],
    roles: [],
    images: [],
    files: [],
    tables: false,
    words: 0,
  };
  const components = new Set<string>();
  const roles = new Set<Role>();
  const slugger = new GithubSlugger();
  let heading: string | undefined;
  let paragraph = 0;

  const isProgram = (node: Nodes, what: string) => {
    found.program ??= { ...startOf(node), what };
  };
  const report: Report = (place, rule, reason, suggestion) => {
    found.messages.push(errorAt(place, rule, reason, suggestion));
  };

  function visit(node: Nodes, context: Context): void {
    let inside = context;
    switch (node.type) {
      case 'mdxjsEsm':
        return isProgram(node, node.value.trimStart().startsWith('export') ? 'export' : 'import');
      case 'mdxFlowExpression':
      case 'mdxTextExpression': {
        if (expressionOf(node.data?.estree)?.type === 'Identifier' && !hasCode) {
          report(
            startOf(node),
            'name-known',
            `Unexpected “{${cut(node.value)}}”: expected a value such as {5} in braces, or “\\{” for the sign itself.`,
          );
        } else isProgram(node, `{${cut(node.value)}}`);
        return;
      }
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        inside = visitTag(node, context);
        break;
      case 'heading':
        heading = toString(node);
        node.data = { ...node.data, hProperties: { id: slugger.slug(heading) } };
        break;
      case 'paragraph':
        if (!context.section) paragraph += 1;
        inside = {
          ...context,
          block: context.block ?? 'a paragraph',
          inSentence: node.children.some((child) => child.type === 'text' && child.value.trim()),
        };
        break;
      case 'blockquote':
      case 'list':
        inside = { ...context, block: context.block ?? `a ${nounOf(node)}` };
        break;
      case 'table':
        found.tables = true;
        node.data = {
          ...node.data,
          hProperties: {
            ariaLabel: node.children[0]?.children
              .map((cell) => toString(cell))
              .filter(Boolean)
              .join(', '),
          },
        };
        inside = { ...context, block: context.block ?? 'a table', inSentence: true };
        break;
      case 'link':
      case 'linkReference':
        inside = { ...context, link: 'a link' };
        if (node.type === 'link') checkAddress(node.url, startOf(node), report);
        break;
      case 'definition':
        checkAddress(node.url, startOf(node), report);
        break;
      case 'image':
      case 'imageReference':
        visitPicture(
          startOf(node),
          node.type === 'image' ? node.url : ((definitions ??= definitionsIn(tree)).get(node.identifier) ?? ''),
        );
        break;
      case 'text':
        if (!context.repeats) found.words += countWords(node.value);
        break;
    }
    if ('children' in node) for (const child of node.children) visit(child, inside);
    if (isTag(node)) contracts.get(node.name ?? '')?.arrange?.(node);
  }

  function visitPicture(place: Place, url: string): void {
    if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)) {
      report(
        place,
        'image-local',
        `Unexpected picture from another host, “${cut(url)}”: expected a file beside the story.`,
      );
    } else if (!url.startsWith('/')) found.images.push({ ...place, src: picturePath(url) });
  }

  function visitTag(node: ComponentNode, context: Context): Context {
    const { name } = node;
    if (name === null) return context;
    const props = propsOf(node);
    if (props.spread || props.computed.length) isProgram(node, props.spread ? '{...}' : `${props.computed[0]}={…}`);
    for (const twice of props.twice)
      report(twice, 'prop-once', `Unexpected second “${twice.name}” on <${name}>: expected each prop once.`);
    if (own.has(name.split('.')[0]!)) return { ...context, parent: undefined };
    if (/^[a-z]/.test(name)) {
      checkHtml(node, props, contracts, report);
      return name === 'a' ? { ...context, link: 'a link' } : context;
    }
    const contract = contracts.get(name);
    if (!contract) {
      const known = [...contracts.keys()];
      report(
        startOf(node),
        'component-known',
        `Unexpected component <${name}>: expected ${anyOf(known)}.`,
        nearest(name, known),
      );
      return { ...context, parent: undefined };
    }
    components.add(name);
    const { role, heading } = contract;
    if (role) roles.add(role);
    if (role ?? heading) node.data = { ...node.data, ...(role && { role }), ...(heading && { heading }) };
    const before = found.messages.length;
    found.messages.push(...checkProps(node, contract, props));
    const isWhole = found.messages.length === before;
    checkNesting(node, contract, contracts, context, report);
    const section = contract.place === 'section' ? sectionOf(contract, props) : context.section;
    takeReferences(node, contract, props, section);
    if (contract.place === 'section')
      setProps(node, { anchor: slugger.slug(section?.title ?? name.replace(/(?<=[a-z])(?=[A-Z])/g, '-')) });
    if (contract.derive && isWhole) setProps(node, contract.derive(node, readerFor(node, props), props.values) ?? {});
    return {
      ...context,
      parent: contract,
      section,
      inSentence: false,
      repeats: context.repeats || contract.repeats,
      ...(contract.place === 'inline' && { link: `<${name}>` }),
    };
  }

  function readerFor(node: ComponentNode, props: Props): Reader {
    return {
      file(path) {
        const contents = fileAt(path);
        found.files.push(path);
        const name = Object.keys(props.values).find((prop) => props.values[prop] === path);
        const place = props.places[name ?? ''] ?? startOf(node);
        if (contents === undefined)
          report(place, 'file-exists', `Unknown file “${cut(path)}”: expected a file beside the story.`);
        return contents;
      },
      report: (prop, reason, suggestion) =>
        report(props.places[prop ?? ''] ?? startOf(node), 'prop-valid', reason, suggestion),
    };
  }

  function takeReferences(node: ComponentNode, contract: Contract, props: Props, section: Context['section']): void {
    for (const { to, id, path } of referencesIn(contract.props, props.values)) {
      const place = props.places[String(path[0])] ?? startOf(node);
      found.references.push({ to, id, line: place.line, column: place.column });
      if (
        to === 'terms' &&
        found.references.some((other) => other.to === to && other.id === id && other !== found.references.at(-1))
      )
        setProps(node, { again: true });
      if (to !== 'sources') continue;
      const { title, ...named } = section ?? {};
      found.citations.push({
        source: id,
        ...(title ? { heading: title } : !section && heading && { heading }),
        ...(section ? named : { paragraph }),
      });
      setProps(node, { citation: found.citations.length });
    }
    for (const { src, path } of pictureProps(contract.props, props.values))
      found.images.push({ ...(props.places[String(path[0])] ?? startOf(node)), src });
  }

  visit(tree, {});
  found.components = [...components].sort();
  found.roles = [...roles].sort();
  return found;
}

const sectionOf = ({ name, heading }: Contract, { values }: Props) => ({
  component: name,
  ...(heading && { section: heading }),
  ...(typeof values['title'] === 'string' && { title: values['title'] }),
});

const strictProps = new WeakMap<Contract, z.ZodType>();

/** The props of a contract without room for others; made once, as zod compiles each schema that it is asked to use. */
function strictPropsOf(contract: Contract): z.ZodType {
  const made = strictProps.get(contract) ?? contract.props.strict();
  strictProps.set(contract, made);
  return made;
}

function checkProps(node: ComponentNode, contract: Contract, props: Props): Message[] {
  const given = Object.assign(
    Object.create(null),
    props.values,
    Object.fromEntries(props.computed.map((name) => [name, undefined])),
  );
  // What has to be computed may be there and right.
  const mayBeThere = (prop: string) =>
    props.spread || (prop ? props.computed.includes(prop) : props.computed.length > 0);
  return checkValue(strictPropsOf(contract), given, {
    noun: 'prop',
    where: ` on <${contract.name}>`,
    placeOf: ([prop = '']) => props.places[prop] ?? startOf(node),
  }).filter((message) => !(isMissing(message) && mayBeThere(String(message.path[0] ?? ''))));
}

function checkNesting(
  node: ComponentNode,
  contract: Contract,
  contracts: Contracts,
  context: Context,
  report: Report,
): void {
  const { parent, section, block, inSentence, link } = context;
  const { name, place, within } = contract;
  const wrong = (reason: string) => report(startOf(node), 'nesting', reason);
  if (within && !within.includes(parent?.name ?? '')) {
    wrong(
      `Unexpected <${name}> ${parent ? `in <${parent.name}>` : 'on its own'}: expected it directly in ${anyOf(within.map((one) => `<${one}>`))}.`,
    );
  } else if (place === 'section' && (section || parent || block)) {
    const around = parent?.name ?? section?.component;
    const expected =
      !around && inSentence ? 'it on its own, with an empty line before and after' : 'it on its own in the story';
    wrong(`Unexpected <${name}> in ${around ? `<${around}>` : block}: expected ${expected}.`);
  } else if (place === 'part' && inSentence && !Array.isArray(parent?.holds)) {
    wrong(
      `Unexpected <${name}> in ${block === 'a table' ? block : 'a paragraph'}: expected it on its own, with an empty line before and after.`,
    );
  } else if (place === 'inline' && link) {
    wrong(`Unexpected <${name}> in ${link}: expected it before or after.`);
  }
  checkContent(node, contract, contracts, report);
}

/** Checks what stands directly in a component; one message, as what follows is often of the same kind. */
function checkContent(
  node: ComponentNode,
  { name, holds, limit, mayBeEmpty }: Contract,
  contracts: Contracts,
  report: Report,
): void {
  const wrong = (at: Nodes, reason: string) => report(startOf(at), 'nesting', reason);
  const expected =
    holds === 'list'
      ? 'one list, a line for each point'
      : Array.isArray(holds)
        ? anyOf(holds.map((one) => `<${one}>`))
        : '';
  if (expected && !node.children.length && !mayBeEmpty)
    return wrong(node, `Unexpected empty <${name}>: expected ${expected}.`);
  const children = (node.children as Nodes[]).filter((child) => !isToldOf(child, contracts));
  if (holds === 'list') {
    const [first, second] = children.toSorted((a, b) => Number(a.type === 'list') - Number(b.type === 'list'));
    if (first && first.type !== 'list') wrong(first, `Unexpected ${nounOf(first)} in <${name}>: expected ${expected}.`);
    else if (second) wrong(second, `Unexpected second list in <${name}>: expected ${expected}.`);
    else if (first && limit && first.children.length > limit) {
      wrong(
        first.children[limit]!,
        `Unexpected ${first.children.length} points in <${name}>: expected at most ${limit}.`,
      );
    }
  } else if (Array.isArray(holds)) {
    const child = children.find((one) => !isTag(one) || !holds.includes(one.name ?? ''));
    if (child) wrong(child, `Unexpected ${nounOf(child)} in <${name}>: expected only ${expected}.`);
  } else if (holds === 'words') {
    const child = children.find(({ type }) => blocks.has(type));
    if (child) wrong(child, `Unexpected ${nounOf(child)} in <${name}>: expected words of a sentence.`);
  } else if (holds === 'nothing' && children[0]) {
    wrong(children[0], `Unexpected ${nounOf(children[0])} in <${name}>: expected nothing between its tags.`);
  }
}

/** Whether a tag gets its message by itself where it stands wrong: it is unknown or says where it belongs. */
function isToldOf(node: Nodes, contracts: Contracts): boolean {
  if (!isTag(node) || node.name === null) return false;
  if (/^[a-z]/.test(node.name)) return !isAllowedHtml(node.name);
  const contract = contracts.get(node.name);
  return !contract || contract.place === 'section' || Boolean(contract.within);
}

const blocks = new Set(['paragraph', 'heading', 'list', 'blockquote', 'code', 'thematicBreak', 'table']);

const nouns: Record<string, string> = {
  paragraph: 'text',
  text: 'text',
  blockquote: 'quotation',
  thematicBreak: 'line',
  image: 'picture',
  definition: 'address',
  mdxFlowExpression: 'code',
};

const nounOf = (node: Nodes): string => (isTag(node) ? `<${node.name ?? ''}>` : (nouns[node.type] ?? node.type));

/** Addresses by the words that stand for them; the first one counts. */
function definitionsIn(tree: Root): Map<string, string> {
  const definitions = new Map<string, string>();
  walk(tree, 'definition', ({ identifier, url }) => {
    if (!definitions.has(identifier)) definitions.set(identifier, url);
  });
  return definitions;
}

/** Names that a program brings with it: what it imports and exports. */
function ownNames(tree: Root): Set<string> {
  const names = new Set<string>();
  for (const node of tree.children) {
    if (node.type !== 'mdxjsEsm') continue;
    const program: Program | null | undefined = node.data?.estree;
    for (const statement of program?.body ?? []) {
      if (statement.type === 'ImportDeclaration') for (const { local } of statement.specifiers) names.add(local.name);
      if (statement.type !== 'ExportNamedDeclaration') continue;
      const { declaration } = statement;
      if (declaration?.type === 'VariableDeclaration') {
        for (const { id } of declaration.declarations) if (id.type === 'Identifier') names.add(id.name);
      } else if (declaration) names.add(declaration.id.name);
    }
  }
  return names;
}
