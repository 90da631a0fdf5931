import type { Element, ElementContent, Nodes, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';

/** A feed or an export, cut at its items: each is read by itself, so that a broken one breaks no other. */
export interface Cut {
  /** What stands around the items, without them. */
  head: Element;
  /** The markup of each. */
  items: string[];
}

/** Cuts XML at the elements of a name; what stands in CDATA is no markup. */
export function cutAt(tag: string, xml: string): Cut {
  const items: string[] = [];
  const around: string[] = [];
  const sign = new RegExp(`<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>|$)|<${tag}(?=[\\s>])|</${tag}\\s*>`, 'g');
  let [from, start] = [0, -1];
  for (const { 0: found, index } of xml.matchAll(sign)) {
    if (found.startsWith(`<${tag}`)) {
      if (start < 0) around.push(xml.slice(from, index));
      // One that was never closed ends where the next begins.
      else items.push(xml.slice(start, index));
      start = index;
    } else if (found.startsWith('</') && start >= 0) {
      from = index + found.length;
      items.push(xml.slice(start, from));
      start = -1;
    }
  }
  if (start >= 0) items.push(xml.slice(start));
  else around.push(xml.slice(from));
  return { head: elementOf(around.join('').replace(/<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>/gi, '')), items };
}

/** Signs that a reader of XML stops at, and writers of feeds leave: “AT&T”, `&nbsp;`, `a < b`. */
const mended = (xml: string) =>
  xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>|&(?!#\d+;|#x[\da-f]+;|(?:amp|lt|gt|quot|apos);)|<(?![\w/!?])/gi, (found) =>
    found === '&' ? '&amp;' : found === '<' ? '&lt;' : found,
  );

/** One element; `whole` has to be it. @throws when it cannot be read even after mending. */
export function elementOf(xml: string): Element {
  for (const text of [xml, mended(xml), closed(mended(xml))]) {
    try {
      const root: Root = fromXml(text);
      const element = root.children.find((child) => child.type === 'element');
      if (element) return element;
    } catch {
      // The next is more lenient.
    }
  }
  throw new Error('its XML is broken: expected each element to be closed by an element of its name');
}

/** Ends what was left open at the end, in its order. */
function closed(xml: string): string {
  const open: string[] = [];
  const cut = xml.replace(/<!\[CDATA\[(?![\s\S]*?\]\]>)/, (found) => found);
  for (const [found, close, name = '', self] of cut.matchAll(
    /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<(\/?)([\w:.-]+)(?:\s[^>]*?)?(\/?)>/g,
  )) {
    if (found.startsWith('<![') || self) continue;
    if (!close) open.push(name);
    else if (open.at(-1) === name) open.pop();
    else return xml;
  }
  const hasOpenData = xml.lastIndexOf('<![CDATA[') > xml.lastIndexOf(']]>');
  return (
    xml +
    (hasOpenData ? ']]>' : '') +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join('')
  );
}

const isElement = (node: Nodes): node is Element => node.type === 'element';

export const children = (node: Element, tag: string): Element[] =>
  node.children.filter((child): child is Element => isElement(child) && child.name === tag);

export const child = (node: Element, tag: string): Element | undefined => children(node, tag)[0];

/** All elements of a name, at any depth. */
export function all(node: Root | Element, tag: string): Element[] {
  return (node.children as Nodes[]).flatMap((one) => (!isElement(one) ? [] : one.name === tag ? [one] : all(one, tag)));
}

/** The text of an element, CDATA included; `undefined` for an empty one. */
export const textIn = (node: Element | undefined): string | undefined =>
  node?.children
    .map((one: ElementContent) => ('value' in one ? one.value : (textIn(one) ?? '')))
    .join('')
    .trim() || undefined;

export const escapedMarkup = (value: string): string =>
  value.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));

/** What stands in an element as markup: XHTML in a feed, as HTML. */
export const markupIn = (node: Element): string =>
  node.children
    .map((one) =>
      one.type === 'element'
        ? `<${one.name.replace(/^\w+:/, '')}${Object.entries(one.attributes)
            .map(([key, value]) => ` ${key}="${escapedMarkup(value ?? '').replaceAll('"', '&quot;')}"`)
            .join('')}>${markupIn(one)}</${one.name.replace(/^\w+:/, '')}>`
        : 'value' in one
          ? escapedMarkup(one.value)
          : '',
    )
    .join('');
