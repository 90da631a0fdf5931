import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { mapElements } from '../../document/map.ts';
import { wholeOf } from '../../renderings/copy.ts';
import { toDocument } from '../../renderings/document.ts';
import type { Printer } from '../output.ts';

/** What mail programs keep of a style sheet: declarations on the element itself, logical properties not among them. */
const styles: Record<string, string> = {
  h1: 'margin:0 0 12px;font:bold 26px/1.2 Helvetica,Arial,sans-serif',
  h2: 'margin:32px 0 8px;font:bold 20px/1.3 Helvetica,Arial,sans-serif',
  h3: 'margin:20px 0 4px;font:bold 17px/1.3 Helvetica,Arial,sans-serif',
  p: 'margin:0 0 14px',
  blockquote: 'margin:0 0 14px;padding:0 16px;border-left:3px solid #888;border-right:3px solid #888',
  figure: 'margin:0 0 20px',
  figcaption: 'margin:0 0 8px',
  ul: 'margin:0 0 14px;padding:0 24px',
  ol: 'margin:0 0 14px;padding:0 24px',
  li: 'margin:0 0 8px',
  dt: 'font-weight:bold',
  dd: 'margin:0 0 10px',
  img: 'display:block;width:100%;max-width:600px;height:auto',
  td: 'padding:4px 8px;border:1px solid #888',
  th: 'padding:4px 8px;border:1px solid #888',
  a: 'color:#0a5343',
};

/** A story as a newsletter: one column without layout tables, styles on the elements, nothing loaded but pictures. */
export const print: Printer = (copy) => {
  const { story } = copy;
  const tree = mapElements(wholeOf(copy), (node) => {
    const style = styles[node.tagName];
    return style ? { ...node, properties: { ...node.properties, style } } : node;
  });
  const column = h('div', { style: 'max-width:600px;margin:0 auto;padding:16px' }, tree.children as ElementContent[]);
  // Shown in the list of messages beside the subject.
  const preview = h('div', { style: 'display:none;max-height:0;overflow:hidden' }, story.description);
  const head = [
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'robots', content: 'noindex' }),
  ];
  return toDocument(story, head, [preview, column], { style: 'margin:0;font:17px/1.5 Georgia,serif' });
};
