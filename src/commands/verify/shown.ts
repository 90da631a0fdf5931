import type { Element, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';

/** What a reader of a page sees of it, as far as its markup tells without a browser. */

/** What no page shows as text. */
const unread = new Set(
  'head script style noscript template textarea iframe object svg canvas audio video title select datalist math'.split(
    ' ',
  ),
);

export const isUnread = ({ tagName }: Element): boolean => unread.has(tagName) && tagName !== 'math';

const styleOf = ({ properties }: Element) => properties['style'] ?? '';

/** Declarations by which words are in a page and not to be seen. */
const hiding =
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:[;!}]|$)|font-size\s*:\s*0(?:px|em|rem|%)?\s*(?:[;!}]|$)|(?:text-indent|left|top|margin-left)\s*:\s*-\d{3,}|clip(?:-path)?\s*:\s*(?:rect\(\s*0|inset\((?:50|100)%)|(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*(?:[;!}]|$)|(?:^|[;\s])color\s*:\s*transparent/i;

/** Classes and ids that a page’s own styles hide, by a selector of one name; those that another rule shows are not. */
export function hiddenIn(tree: Root): Set<string> {
  const hidden = new Set<string>();
  const shown = new Set<string>();
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'style') return;
    const rules = toText(node, { whitespace: 'pre' })
      .slice(0, 500_000)
      .replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '')
      .replace(/@(?:media|supports|keyframes)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
    for (const [, selectors = '', declarations = ''] of rules.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      if (!/display|visibility|opacity/.test(declarations)) continue;
      for (const selector of selectors.split(',')) {
        const name = selector.trim();
        if (hiding.test(declarations) && /^[.#][\w-]+$/.test(name)) hidden.add(name);
        else for (const [part] of name.matchAll(/[.#][\w-]+/g)) shown.add(part);
      }
    }
  });
  return new Set([...hidden].filter((name) => !shown.has(name)));
}

/** Whether an element hides what is in it, or strikes it out. @param byName as {@link hiddenIn} has them. */
export function isHidden(node: Element, byName: ReadonlySet<string>): boolean {
  const { tagName, properties } = node;
  if (/^(?:del|s|strike)$/.test(tagName)) return true;
  if (tagName === 'dialog') return properties['open'] === undefined || properties['open'] === false;
  if ((properties['hidden'] ?? false) !== false) return true;
  if (hiding.test(styleOf(node))) return true;
  return byName.size > 0 && namesOf(node).some((name) => byName.has(name));
}

const namesOf = ({ properties }: Element) => [
  ...(Array.isArray(properties['className']) ? properties['className'].map((name) => `.${name}`) : []),
  ...(typeof properties['id'] === 'string' ? [`#${properties['id']}`] : []),
];

const aside = new Set('button nav aside form label input footer figure figcaption amp-ad ins'.split(' '));

/** What builders of pages call things that are no part of a text. */
const furniture =
  /(?:^|[-_ .#])(?:sr|screen-?reader|visually-?hidden|assistive|off-?screen|ad|ads|advert\w*|ad-?(?:slot|unit|label|container|wrapper)|dfp|sponsor\w*|promo\w*|share\w*|sharing|social\w*|newsletter\w*|subscri\w*|sign-?up|related\w*|read-?(?:more|next|also)|recirc\w*|recommend\w*|teaser\w*|tooltip\w*|captions?|pager|paging|pagination|comments?|no-?print|print-?only|toolbar|widget\w*|outbrain|taboola|trending|most-?read|byline|meta|tags?|breadcrumbs?|cookie\w*|paywall|player|video|gallery|embed\w*|inset|pull-?quote)(?:$|[-_ .#])/i;

/** Whether an element is something that pages put between the parts of a text, or into one. */
export const isAside = (node: Element): boolean =>
  (aside.has(node.tagName) && node.tagName !== 'ins') ||
  /^(?:complementary|navigation|search|button|note|tooltip)$/.test(node.properties['role'] ?? '') ||
  namesOf(node).some((name) => furniture.test(name)) ||
  (node.tagName.includes('-') && furniture.test(node.tagName));
