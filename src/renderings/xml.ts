import type { Element, Root } from 'xast';
import { toXml as write } from 'xast-util-to-xml';

/** What a reader of XML 1.0 may not meet, even escaped (section 2.2, Char). */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text less the characters that XML forbids. */
const withoutForbidden = (text: string): string => text.toWellFormed().replace(forbidden, '');

/** An XML file of one element. @param style the address of a style sheet, for people who open it in a browser. */
export function toXml(element: Element, style?: string): string {
  const instruction = (name: string, value: string) => ({ type: 'instruction' as const, name, value });
  const styled = style ? [instruction('xml-stylesheet', `type="text/css" href="${style}"`)] : [];
  const root: Root = {
    type: 'root',
    children: [instruction('xml', 'version="1.0" encoding="utf-8"'), ...styled, element],
  };
  // What ends a section of characters may not stand in text (2.4), and the writer of XML lets it pass.
  return withoutForbidden(write(root, { closeEmptyElements: true })).replaceAll(']]>', ']]&gt;');
}
