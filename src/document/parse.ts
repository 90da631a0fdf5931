import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import { mdxToMdast } from 'satteri';
import type { VFileMessage } from 'vfile-message';
import type { Contracts } from './contract.ts';
import { checkDepth, checkLines, tooDeep } from './depth.ts';
import { explainMdx } from './explain-mdx.ts';
import { checkLineLength, checkCrowding, checkPassages, tooManySigns } from './length.ts';
import type { Message } from './message.ts';
import { isTag } from './normalise.ts';
import { remarkTables } from './tables.ts';

/**
 * The tree of an MDX body, or what keeps it from being read.
 *
 * Sätteri, Astro’s own reader of MDX, takes a tenth of the time of remark, and gives the same tree.
 * But it does not parse code, reads tables only with all of GitHub’s dialect switched on, and says less about a
 * mistake. So a text with braces, `import`, `export` or a table, or one that it fails on, is read by remark.
 *
 * @param contracts the components whose names a message may give.
 */
export function parseBody(body: string, contracts: Contracts): Root | Message {
  const isExact = mayHaveCode.test(body) || mayHaveTable.test(body) || isSlow(body);
  return (
    checkLineLength(body) ??
    checkLines(body) ??
    (isExact ? undefined : parseQuickly(body)) ??
    checkCrowd(body) ??
    parseExactly(body, contracts)
  );
}

/**
 * Whether Sätteri would take long: for each `<` and `&` it goes through the text once more, remark does not. A story
 * of 10,000 words may have 300 of them.
 */
const isSlow = (body: string): boolean => (body.match(/[<&]/g)?.length ?? 0) * body.length > 2e7;

const mayHaveCode = /[{}]|^(?:import|export)\b/m;

/** The line below the names of a table’s columns, such as `|---|--:|`. */
const mayHaveTable = /^(?=.*-)(?=.*[|:])[ \t>|:-]+\r?$/m;

const features = { gfm: false, smartPunctuation: false, frontmatter: false };

function parseQuickly(body: string): Root | Message | undefined {
  try {
    const tree = mdxToMdast(body, { features }) as Root;
    const deep = checkDepth(tree);
    if (deep) return deep;
    placeAttributes(tree, body);
    return tree;
  } catch {
    return undefined;
  }
}

/**
 * Whether remark would take long, by the square of it, to match what begins with what ends. Sätteri reads such a text
 * in a moment, and tells where it is too deep, too long or too crowded. What it cannot read is told of by lines.
 */
function checkCrowd(body: string): Message | undefined {
  if (!tooManySigns(body)) return undefined;
  try {
    const tree = mdxToMdast(body, { features }) as Root;
    return checkDepth(tree) ?? checkPassages(tree) ?? checkCrowding(tree, body);
  } catch {
    const blocks = body.split(/\n[ \t]*\r?\n/);
    const index = blocks.findIndex((block) => tooManySigns(block));
    const line = blocks.slice(0, index).reduce((sum, block) => sum + block.split('\n').length + 1, 1);
    return index < 0 ? undefined : tooManySigns(blocks[index]!, { line, column: 1 });
  }
}

const attributeAt = /\s+([^\s=/>]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'))?/y;

/** Sets the place of each prop, which Sätteri leaves out. */
function placeAttributes(node: Nodes, body: string): void {
  if (isTag(node) && node.position) {
    const { line, column, offset = 0 } = node.position.start;
    attributeAt.lastIndex = offset + 1 + (node.name?.length ?? 0);
    for (const attribute of node.attributes) {
      const match = attributeAt.exec(body);
      if (!match) break;
      const start = match.index + match[0].indexOf(match[1]!);
      const before = body.slice(offset, start).split('\n');
      const point = {
        line: line + before.length - 1,
        column: before.length > 1 ? before.at(-1)!.length + 1 : column + start - offset,
        offset: start,
      };
      attribute.position = { start: point, end: point };
    }
  }
  if ('children' in node) for (const child of node.children) placeAttributes(child, body);
}

const processor = remark().use(remarkMdx).use(remarkTables).freeze();

function parseExactly(body: string, contracts: Contracts): Root | Message {
  try {
    const tree = processor.parse(body);
    return checkDepth(tree) ?? tree;
  } catch (error) {
    // A parser that calls itself for each level is at its end.
    if (error instanceof RangeError)
      return tooDeep({ line: body.split('\n').findIndex((line) => line.trim()) + 1, column: 1 });
    return explainMdx(error as VFileMessage, body, contracts);
  }
}
