import type { Program } from 'estree-jsx';
import GithubSlugger from 'github-slugger';
import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Referable } from '../schema/fields.ts';
import { nearest } from '../schema/nearest.ts';
import { anyOf, problemsIn } from '../schema/problems.ts';
import { referencesIn } from '../schema/references.ts';
import type { ComponentNode, Contract, Contracts } from './contract.ts';
import type { Place } from './frontmatter.ts';
import { checkHtml, checkAddress } from './html.ts';
import { expressionOf, literalOf } from './literal.ts';
import type { Message } from './message.ts';
import { propsOf, setProps, startOf } from './props.ts';
import type { Props } from './props.ts';
import { isTag } from './settle.ts';

/** A message that does not know its file yet. */
export type Finding = Omit<Message, 'file'>;

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
  paragraph?: number;
}

/** All that one walk over a story’s tree tells. */
export interface Inspection {
  findings: Finding[];
  references: PlacedReference[];
  citations: Citation[];
  /** Names of the newsroom’s components in use. */
  components: string[];
  /** Addresses of the pictures that stand in the text, beside the story’s file. */
  images: (Place & { src: string })[];
  /** The first thing that makes the story a program, if any. */
  program?: Place & { what: string };
  words: number;
}

interface Context {
  parent?: Contract | undefined;
  section?: { component: string; title?: string } | undefined;
  inParagraph: boolean;
}

/**
 * Reads a settled tree against the contracts, and sets on it what follows from its order: derived
 * props, `citation` (the number of the citation, from 1) and `anchor` (the id of a section or heading).
 */
export function inspect(tree: Root, contracts: Contracts): Inspection {
  const own = ownNames(tree);
  const found: Inspection = { findings: [], references: [], citations: [], components: [], images: [], words: 0 };
  const components = new Set<string>();
  const slugger = new GithubSlugger();
  let heading: string | undefined;
  let paragraph = 0;

  const isProgram = (node: Nodes, what: string) => {
    found.program ??= { ...startOf(node), what };
  };
  const report = (place: Place, rule: string, reason: string, suggestion?: string) => {
    found.findings.push({ line: place.line, column: place.column, severity: 'error', reason, suggestion, rule });
  };

  function visit(node: Nodes, context: Context): void {
    let inside = context;
    switch (node.type) {
      case 'mdxjsEsm':
        return isProgram(node, node.value.trimStart().startsWith('export') ? 'export' : 'import');
      case 'mdxFlowExpression':
      case 'mdxTextExpression': {
        const expression = expressionOf(node.data?.estree);
        if (expression && literalOf(expression) === undefined) isProgram(node, `{${node.value}}`);
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
        inside = { ...context, inParagraph: true };
        break;
      case 'link':
      case 'definition':
        checkAddress(node.url, startOf(node), report);
        break;
      case 'image':
        if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(node.url)) {
          report(startOf(node), 'image-local', `Unexpected picture from another host, “${node.url}”: expected a file beside the story.`);
        } else if (!node.url.startsWith('/')) found.images.push({ ...startOf(node), src: node.url });
        break;
      case 'text':
        found.words += node.value.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
        break;
    }
    if ('children' in node) for (const child of node.children) visit(child, inside);
    if (isTag(node)) contracts.get(node.name ?? '')?.arrange?.(node);
  }

  function visitTag(node: ComponentNode, context: Context): Context {
    const { name } = node;
    if (name === null) return context;
    const props = propsOf(node);
    if (props.spread || props.computed.length) isProgram(node, props.spread ? '{...}' : `${props.computed[0]}={…}`);
    for (const twice of props.twice) {
      report(props.places[twice]!, 'prop-once', `Unexpected second “${twice}” on <${name}>: expected each prop once.`);
    }
    if (own.has(name.split('.')[0]!)) return { ...context, parent: undefined };
    if (/^[a-z]/.test(name)) {
      checkHtml(node, props, report);
      return context;
    }
    const contract = contracts.get(name);
    if (!contract) {
      report(startOf(node), 'component-known', `Unexpected component <${name}>: expected ${anyOf([...contracts.keys()])}.`, nearest(name, contracts.keys()));
      return { ...context, parent: undefined };
    }
    components.add(name);
    checkProps(node, contract, props, report);
    checkNesting(node, contract, contracts, context, report);
    const section = contract.place === 'section' ? sectionOf(contract, props) : context.section;
    takeReferences(node, contract, props, section);
    if (contract.place === 'section') setProps(node, { anchor: slugger.slug(section?.title ?? name.replace(/(?<=[a-z])(?=[A-Z])/g, '-')) });
    if (contract.derive) setProps(node, contract.derive(node));
    return { parent: contract, section, inParagraph: context.inParagraph };
  }

  function takeReferences(node: ComponentNode, contract: Contract, props: Props, section: Context['section']): void {
    for (const { to, id, path } of referencesIn(contract.props, props.values)) {
      const place = props.places[String(path[0])] ?? startOf(node);
      found.references.push({ to, id, line: place.line, column: place.column });
      if (to !== 'sources') continue;
      found.citations.push({
        source: id,
        ...(section?.title ? { heading: section.title } : !section && heading && { heading }),
        ...(section ? { component: section.component } : { paragraph }),
      });
      setProps(node, { citation: found.citations.length });
    }
  }

  visit(tree, { inParagraph: false });
  found.components = [...components].sort();
  return found;
}

const sectionOf = ({ name }: Contract, { values }: Props) => ({
  component: name,
  ...(typeof values['title'] === 'string' && { title: values['title'] }),
});

type Report = (place: Place, rule: string, reason: string, suggestion?: string) => void;

function checkProps(node: ComponentNode, contract: Contract, props: Props, report: Report): void {
  const rules = { unknown: 'prop-known', missing: 'prop-required', invalid: 'prop-valid' };
  for (const problem of problemsIn(contract.props.strict(), props.values, 'prop')) {
    const name = String(problem.path[0] ?? '');
    const unsure = props.spread || props.computed.includes(name);
    if (problem.kind === 'missing' && unsure) continue;
    const reason = problem.reason.replace(/: expected/, ` on <${contract.name}>: expected`);
    report(props.places[name] ?? startOf(node), rules[problem.kind], reason, problem.suggestion);
  }
  const known = Object.keys(contract.props.shape);
  for (const name of props.computed.filter((computed) => !known.includes(computed))) {
    report(props.places[name]!, 'prop-known', `Unexpected prop “${name}” on <${contract.name}>: expected ${anyOf(known)}.`, nearest(name, known));
  }
}

function checkNesting(node: ComponentNode, contract: Contract, contracts: Contracts, context: Context, report: Report): void {
  const { parent, section, inParagraph } = context;
  const { name, place, within, holds } = contract;
  const wrong = (at: Nodes, reason: string) => report(startOf(at), 'nesting', reason);
  if (within && !within.includes(parent?.name ?? '')) {
    wrong(node, `Unexpected <${name}> ${parent ? `in <${parent.name}>` : 'outside'}: expected it directly in ${anyOf(within.map((one) => `<${one}>`))}.`);
  } else if (place === 'section' && (section || inParagraph)) {
    wrong(node, `Unexpected <${name}> in ${section ? `<${section.component}>` : 'a paragraph'}: expected it on its own in the story.`);
  }
  for (const child of node.children as Nodes[]) {
    if (isComment(child)) continue;
    const isListed = Array.isArray(holds) && isTag(child) && holds.includes(child.name ?? '');
    const isPart = isTag(child) && /^[A-Z]/.test(child.name ?? '');
    if (holds === 'nothing') return wrong(child, `Unexpected content in <${name}>: expected nothing between its tags.`);
    if (holds === 'list' && child.type !== 'list') return wrong(child, `Unexpected ${nounOf(child)} in <${name}>: expected one list, a line for each point.`);
    if (child.type === 'list' && holds === 'list' && child.children.length > (contract.limit ?? Infinity)) {
      wrong(child.children[contract.limit!]!, `Unexpected ${child.children.length} points in <${name}>: expected at most ${contract.limit}.`);
    }
    if (Array.isArray(holds) && !isListed && !isPart) {
      return wrong(child, `Unexpected ${nounOf(child)} in <${name}>: expected ${anyOf(holds.map((one) => `<${one}>`))}.`);
    }
    const other = isPart && !isListed ? contracts.get((child as ComponentNode).name!) : undefined;
    if (Array.isArray(holds) && other?.place === 'part' && !other.within) {
      wrong(child, `Unexpected <${other.name}> in <${name}>: expected ${anyOf(holds.map((one) => `<${one}>`))}.`);
    }
  }
}

const isComment = (node: Nodes) =>
  (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') && !expressionOf(node.data?.estree);

const nounOf = (node: Nodes): string => {
  if (isTag(node)) return `<${node.name ?? ''}>`;
  const nouns: Record<string, string> = { paragraph: 'text', heading: 'heading', list: 'list', blockquote: 'quotation', text: 'text' };
  return nouns[node.type] ?? node.type;
};

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
