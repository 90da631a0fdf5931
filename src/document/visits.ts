import type { Nodes, Root } from 'mdast';
import type { Heading } from '../strings/strings.ts';
import type { ComponentNode, Contract, Contracts } from './contract.ts';
import { isTag } from './normalise.ts';
import { ownNames } from './own-names.ts';
import { propsOf } from './props.ts';
import type { Props } from './props.ts';

/** A node of a story’s tree, with what stands around it. */
export interface Visit {
  node: Nodes;
  around: Around;
  /** For a component or an element of HTML. */
  tag?: Tag | undefined;
}

/** What stands around a node. */
export interface Around {
  /** The component that it stands in most closely. */
  parent?: Contract | undefined;
  section?: Section | undefined;
  /** The outermost block of Markdown around it, in a writer’s word: “a list”. */
  block?: string | undefined;
  /** Whether the words in it stand elsewhere, too. */
  repeats?: boolean | undefined;
  /** Whether there are words beside it. */
  inSentence?: boolean | undefined;
  /** The link around it, in a writer’s word: no other link can stand inside one. */
  link?: string | undefined;
}

/** A section component. */
export interface Section {
  component: string;
  /** Which of the language’s headings it has, if any. */
  section?: Heading;
  /** The heading that the writer gave it. */
  title?: string;
}

/** A tag with its props as the writer typed them. */
export type Tag = { node: ComponentNode; name: string; props: Props } & (
  | { kind: 'component'; contract: Contract; /** The section that it is, or stands in. */ section: Section | undefined }
  /** `own`: imported or exported by the story itself. */
  | { kind: 'html' | 'own' | 'unknown' }
);

/** A tag of one of the newsroom’s components. */
export type ComponentTag = Extract<Tag, { kind: 'component' }>;

/** Every node of a normalised tree, in the order in which it is read. */
export function visitsOf(tree: Root, contracts: Contracts): Visit[] {
  const own = ownNames(tree);
  const visits: Visit[] = [];
  const visit = (node: Nodes, around: Around): void => {
    const tag = isTag(node) ? tagOf(node, around, own, contracts) : undefined;
    visits.push({ node, around, tag });
    if (!('children' in node)) return;
    const inside = tag ? insideTag(tag, around) : insideMarkdown(node, around);
    for (const child of node.children) visit(child, inside);
  };
  visit(tree, {});
  return visits;
}

/** The tags of components among visits. */
export const componentsIn = (visits: readonly Visit[]): ComponentTag[] =>
  visits.flatMap(({ tag }) => (tag?.kind === 'component' ? [tag] : []));

function tagOf(node: ComponentNode, around: Around, own: Set<string>, contracts: Contracts): Tag | undefined {
  const { name } = node;
  if (name === null) return undefined;
  const props = propsOf(node);
  if (own.has(name.split('.')[0]!)) return { node, name, props, kind: 'own' };
  if (/^[a-z]/.test(name)) return { node, name, props, kind: 'html' };
  const contract = contracts.get(name);
  if (!contract) return { node, name, props, kind: 'unknown' };
  const section = contract.place === 'section' ? sectionOf(contract, props) : around.section;
  return { node, name, props, kind: 'component', contract, section };
}

const sectionOf = ({ name, heading }: Contract, { values }: Props): Section => ({
  component: name,
  ...(heading && { section: heading }),
  ...(typeof values['title'] === 'string' && { title: values['title'] }),
});

/** What stands around the nodes in a tag. */
function insideTag(tag: Tag, around: Around): Around {
  if (tag.kind === 'html') return tag.name === 'a' ? { ...around, link: 'a link' } : around;
  if (tag.kind !== 'component') return { ...around, parent: undefined };
  const { contract, section } = tag;
  return {
    ...around,
    parent: contract,
    section,
    inSentence: false,
    repeats: around.repeats || contract.repeats,
    ...(contract.place === 'inline' && { link: `<${tag.name}>` }),
  };
}

/** What stands around the nodes in a node of Markdown. */
function insideMarkdown(node: Nodes, around: Around): Around {
  switch (node.type) {
    case 'paragraph': {
      const inSentence = node.children.some((child) => child.type === 'text' && child.value.trim());
      return { ...around, block: around.block ?? 'a paragraph', inSentence };
    }
    case 'blockquote':
      return { ...around, block: around.block ?? 'a quotation' };
    case 'list':
      return { ...around, block: around.block ?? 'a list' };
    case 'table':
      return { ...around, block: around.block ?? 'a table', inSentence: true };
    case 'link':
    case 'linkReference':
      return { ...around, link: 'a link' };
    default:
      return around;
  }
}
