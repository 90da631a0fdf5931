import type { List, RootContent } from 'mdast';
import { textOf } from './bytes.ts';
import { paragraph } from '../manuscript.ts';
import type { Form } from '../manuscript.ts';

/** Plain text: paragraphs between empty lines, or a paragraph a line where there are none. */
export const plainText: Form = (bytes, name, id) => {
  const words = textOf(bytes);
  return {
    items: [{ id, name, read: () => ({ name, blocks: blocksOf(words), words: plain(words), pictures: new Map() }) }],
  };
};

/** Its words without the numbers of its lists, which a list has of itself. */
const plain = (words: string) => words.replace(/^\s*\d{1,2}[.)]\s+(?=\S)/gm, '');

const item = /^\s*(?:[-*•–]|(\d{1,2})[.)])\s+(?=\S)/;

/** A line that is no sentence: a heading, a name, a date. */
export const isShort = (line: string): boolean =>
  line.length <= 90 && !/[.,;:!…][”"’»)]*$/.test(line.trim()) && /^[\p{Lu}\p{Lo}\d¿¡]/u.test(line.trim());

/** The sign before each line of a quotation in mail (RFC 3676, 4.5): whose words they are, marks and sentences say. */
const quoted = /^[ \t]*(?:> ?)+/gm;

function blocksOf(given: string): RootContent[] {
  const text = given.replace(quoted, '');
  const hasGaps = /\n[ \t]*\n/.test(text.trim());
  const chunks = text
    .split(hasGaps ? /\n(?:[ \t]*\n)+/ : /\n/)
    .map((chunk) => chunk.split('\n').filter((line) => line.trim()));
  return chunks.filter((lines) => lines.length).flatMap(blocksIn);
}

function blocksIn(lines: string[]): RootContent[] {
  const blocks: RootContent[] = [];
  let words: string[] = [];
  let list: List | undefined;
  const end = () => {
    // Lines that were broken to a width are one paragraph; short ones stand for themselves.
    if (words.length && words.every(isShort)) blocks.push(...words.map((line) => paragraph(line.trim())));
    else if (words.length) {
      const [first = '', ...rest] = words;
      const isTitled = rest.length > 0 && isShort(first) && first.length < 50;
      if (isTitled) blocks.push(paragraph(first.trim()));
      blocks.push(paragraph((isTitled ? rest : words).map((line) => line.trim()).join(' ')));
    }
    words = [];
  };
  for (const line of lines) {
    const [sign] = item.exec(line) ?? [];
    if (sign === undefined) {
      if (list && /^\s/.test(line)) addTo(list, line);
      else {
        list = undefined;
        words.push(line);
      }
      continue;
    }
    end();
    const ordered = /\d/.test(sign);
    if (!list || list.ordered !== ordered) {
      list = { type: 'list', ordered, spread: false, start: ordered ? Number(/\d+/.exec(sign)) : null, children: [] };
      blocks.push(list);
    }
    list.children.push({
      type: 'listItem',
      spread: false,
      // A paragraph, by its type anything that a tree may have.
      children: [paragraph(line.slice(sign.length).trim()) as never],
    });
  }
  end();
  return blocks;
}

/** The next line of an item. */
function addTo(list: List, line: string): void {
  const last = list.children.at(-1)?.children.at(-1);
  if (last?.type === 'paragraph' && last.children[0]?.type === 'text') last.children[0].value += ` ${line.trim()}`;
}
