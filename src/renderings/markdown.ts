import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { defaultHandlers, toMdast } from 'hast-util-to-mdast';
import type { Handle } from 'hast-util-to-mdast';
import { toText as wordsIn } from 'hast-util-to-text';
import type { Nodes, PhrasingContent, Text } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { defaultHandlers as defaultSigns, toMarkdown as write } from 'mdast-util-to-markdown';
import type { Handlers } from 'mdast-util-to-markdown';
import { typedMarks } from '../strings/quotation-marks.ts';
import { toHtml } from './html.ts';

/**
 * A plain tree as Markdown: CommonMark, with the tables of GitHub’s dialect.
 *
 * @param lang of the words: its quotation marks stand for `<q>`.
 */
export const toMarkdown = (tree: Root, lang = 'en'): string =>
  write(withSureSigns(toMdast(tree, { handlers, quotes: typedMarks(lang).map((pair) => pair.join('')) })), {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    listItemIndent: 'one',
    extensions: [gfmTableToMarkdown()],
    handlers: { text: plainWords },
  });

/** Words in which nothing can be a sign of Markdown, wherever they stand, but at the start or the end of a line. */
const withoutSigns = /^[^\t\r\n\\`*_[\]<&!|~#]*$/;

/**
 * Most words hold no sign of Markdown: they are written as they are. To find that out, the library puts each text to
 * some forty patterns, which took a third of the time that a story takes as Markdown.
 */
export const plainWords: Handlers['text'] = (node: Text, parent, state, info) => {
  const { value } = node;
  const [startsLine, endsLine] = [/[\r\n]$/.test(info.before), /^[\r\n]/.test(info.after)];
  const isPlain =
    withoutSigns.test(value) &&
    (startsLine ? /^\p{L}/u.test(value) : !value.startsWith('(')) &&
    !(endsLine && value.endsWith(' '));
  return isPlain ? value : defaultSigns.text(node, parent, state, info);
};

/** What Markdown has no sign for stays HTML, which it lets through: a power must not become a number. */
const asHtml: Handle = (state, node) => {
  const [open = '', close = ''] = toHtml({ type: 'root', children: [{ ...node, children: [] }] }).split(/(?=<\/)/);
  const tag = (value: string) => ({ type: 'html' as const, value, data: { hName: 'span' } });
  return [tag(open), ...state.all(node), tag(close)] as ReturnType<typeof state.all>;
};

/** Words in another language or direction stay marked; any other span has done its work on the page. */
const span: Handle = (state, node) =>
  node.properties['lang'] || node.properties['dir'] ? asHtml(state, node, undefined) : state.all(node);

const isElement = <Name extends string>(node: ElementContent, ...names: Name[]): node is Element & { tagName: Name } =>
  node.type === 'element' && (names as string[]).includes(node.tagName);

/**
 * An item’s own heading in bold before its words: a heading inside a list would end the section for most readers of
 * Markdown, and a line that is all bold would be a heading without being one.
 */
const item: Handle = (state, node) => {
  // Between words that are marked, a space is one.
  if (!node.children.some((child) => isElement(child, 'h2', 'h3', 'h4'))) return defaultHandlers.li(state, node);
  const children: ElementContent[] = [];
  const shown = node.children.filter((child) => child.type !== 'text' || child.value.trim());
  for (const [at, child] of shown.entries()) {
    const before = shown[at - 1];
    const heading = before && isElement(before, 'h2', 'h3', 'h4') ? before : undefined;
    if (isElement(child, 'h2', 'h3', 'h4')) {
      const next = shown[at + 1];
      if (!next || !isElement(next, 'p')) children.push(h('p', child.children));
    } else if (heading && isElement(child, 'p')) {
      const colon = /[\p{Po}]$/u.test(wordsIn(heading).trim()) ? ' ' : ': ';
      children.push(h('p', [h('strong', heading.children), colon, ...child.children]));
    } else children.push(child);
  }
  return defaultHandlers.li(state, { ...node, children });
};

/** A list with the name in bold, then what is said of it. */
const definitions: Handle = (state, node) => {
  const items: Element[] = [];
  for (const child of node.children.flatMap((one) => (isElement(one, 'div') ? one.children : [one]))) {
    if (isElement(child, 'dt')) items.push(h('li', h('strong', child.children)));
    else if (isElement(child, 'dd')) items.at(-1)?.children.push({ type: 'text', value: ': ' }, ...child.children);
  }
  return state.one(h('ul', items), undefined);
};

/** A line that is all bold is one without it, as it would stand for a heading. */
const notAllBold = (children: ElementContent[]): ElementContent[] => {
  const [only, ...more] = children;
  return only && !more.length && isElement(only, 'strong') ? only.children : children;
};

const caption: Handle = (state, node) => state.all({ ...node, children: notAllBold(node.children) });

const sentence: Handle = (state, node) => defaultHandlers.p(state, { ...node, children: notAllBold(node.children) });

/** A table below its caption, for which Markdown has no place. */
const table: Handle = (state, node) => {
  const title = node.children.find((child) => isElement(child, 'caption'));
  const grid = defaultHandlers.table(state, node);
  return title && 'children' in title
    ? ([state.one(h('p', title.children), undefined), grid].flat() as ReturnType<typeof state.all>)
    : grid;
};

/** A title: in italics, where the signs for them can stand. */
const citedTitle: Handle = (state, node) => {
  const made = defaultHandlers.em(state, node);
  made.data = { hName: 'cite' };
  return made;
};

/** The last sign of what stands before, or the first of what follows; nothing at the edge of a line. */
const signAt = (node: PhrasingContent | undefined, edge: 'first' | 'last'): string => {
  if (!node || node.type === 'break') return '';
  if (node.type !== 'text') return '*';
  return [...node.value].at(edge === 'first' ? 0 : -1) ?? '';
};

/** As CommonMark 0.31 has them (2.1, Unicode whitespace and punctuation characters). */
const isApart = (sign: string) => sign === '' || /[\s\p{P}\p{S}]/u.test(sign);

/**
 * Marks that every reader of Markdown takes for marks: between letters and a bracket, as Japanese sets them, they are
 * none (CommonMark, 6.2), and what the library writes instead, `&#x4E8B;`, many readers show. There, bold and italics
 * of a writer are HTML, and a title is as it is.
 */
function withSureSigns<Tree extends Nodes>(tree: Tree): Tree {
  if (!('children' in tree)) return tree;
  const children = (tree.children as PhrasingContent[]).flatMap((child, at, all): PhrasingContent[] => {
    const inside = withSureSigns(child);
    if (inside.type !== 'emphasis' && inside.type !== 'strong') return [inside];
    const [before, after] = [all[at - 1], all[at + 1]];
    const [first, last] = [signAt(inside.children[0], 'first'), signAt(inside.children.at(-1), 'last')];
    const isSure =
      !isAttention(before) &&
      [
        [signAt(before, 'last'), first],
        [signAt(after, 'first'), last],
      ].every(([outer = '', inner = '']) => !/^\s*$/.test(inner) && (isApart(outer) || !isApart(inner)));
    if (isSure) return [inside];
    if (inside.data?.hName === 'cite') return inside.children;
    const tag = inside.type === 'strong' ? 'strong' : 'em';
    return [{ type: 'html', value: `<${tag}>` }, ...inside.children, { type: 'html', value: `</${tag}>` }];
  });
  return { ...tree, children };
}

const isAttention = (node: PhrasingContent | undefined) => node?.type === 'emphasis' || node?.type === 'strong';

const asIs = { sub: asHtml, sup: asHtml, del: asHtml, s: asHtml, ins: asHtml, mark: asHtml, kbd: asHtml };

const handlers = {
  ...asIs,
  span,
  bdi: span,
  cite: citedTitle,
  p: sentence,
  figcaption: caption,
  li: item,
  dl: definitions,
  table,
};
