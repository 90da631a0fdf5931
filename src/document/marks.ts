import GithubSlugger from 'github-slugger';
import type { Heading, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { setProps } from './props.ts';
import type { ComponentTag, Visit } from './visits.ts';

/** Ids that stand on the page of every text, whatever is in it: see `layouts/` and `parts/`. */
const ofEveryPage = /^(?:top|main|copy|corrections|sources|credit|topics|related|stories|site-menu|[crs]\d+)$/;

/** What else than its headings has an id on the page of a text. */
export const isOfFrame = (id: string): boolean =>
  ofEveryPage.test(id) || /^(?:t|correction|clarification|update|withdrawal)-./.test(id);

/**
 * Sets on a tree what a page needs of each node: an id on headings, `anchor` on sections, the name
 * of a table, and in `data` the role and the heading that a component’s contract gives it.
 *
 * @returns the ids of headings and sections, to which links may lead.
 */
export function setMarks(visits: readonly Visit[]): string[] {
  const slugger = new GithubSlugger();
  const anchors: string[] = [];
  const named = new Map<string, number>();
  const name = (words: string): string => {
    let id = slugger.slug(words);
    // “Credit” as a heading is not the credit at the end.
    while (ofEveryPage.test(id)) id = slugger.slug(words);
    anchors.push(id);
    return id;
  };
  for (const { node, tag } of visits) {
    if (node.type === 'heading') nameHeading(node, name);
    else if (node.type === 'table') nameTable(node, named);
    else if (tag?.kind === 'component') {
      setContractData(tag);
      if (tag.contract.place === 'section') setProps(tag.node, { anchor: name(titleOf(tag)) });
    }
  }
  return anchors;
}

function nameHeading(node: Heading, name: (words: string) => string): void {
  node.data = { ...node.data, hProperties: { id: name(toString(node)) } };
}

/** Names a table, for screen readers, by the heads of its columns; by a number too where others have the same. */
function nameTable(node: Table, named: Map<string, number>): void {
  const columns = node.children[0]?.children.map((cell) => toString(cell)).filter(Boolean) ?? [];
  const name = columns.join(', ');
  const number = (named.get(name) ?? 0) + 1;
  named.set(name, number);
  node.data = { ...node.data, hProperties: { ariaLabel: number > 1 && name ? `${name} (${number})` : name } };
}

function setContractData({ node, contract: { role, heading } }: ComponentTag): void {
  if (role ?? heading) node.data = { ...node.data, ...(role && { role }), ...(heading && { heading }) };
}

/** The heading of a section, or its name as words: “why it matters”. */
const titleOf = ({ name, section }: ComponentTag) => section?.title ?? name.replace(/(?<=[a-z])(?=[A-Z])/g, '-');
