import { expect, test } from 'vitest';
import { fragmentOf } from '../../src/commands/import/forms/html.ts';
import { tame } from '../../src/commands/import/forms/tame.ts';
import { mdxOf } from '../../src/commands/import/mdx.ts';

/** What browsers make of broken pages, and trees of Markdown have no place for. */

test.each([
  [
    '<p>Words <s>struck</p>\n<ul><li>One <b>bold</b></li><li>Two</li></ul>',
    'Words <s>struck</s>\n\n- <s>• One **bold** • Two </s>\n',
  ],
  ['<p>Words</p><p><s></s></p><ul><s></s></ul>', 'Words\n'],
])('%s', (page, story) => {
  expect(mdxOf(tame(fragmentOf(page).blocks, {}, []))).toBe(story);
});
