import type { Root } from 'hast';
import { EXIT, visit } from 'unist-util-visit';
import type { StoryContext, Telling } from '../stories/story.ts';
import { toPlain } from './plain.ts';
import type { PlainForm } from './plain.ts';
import { toText } from './text.ts';

/** Takes both from the sections that tell it. */
export function tellingOf(tree: Root, plains: Record<string, PlainForm>, context: StoryContext): Telling {
  const abstract = wordsOf('WhyItMatters', tree, plains, context);
  const backstory = wordsOf('Process', tree, plains, context);
  return { ...(abstract && { abstract }), ...(backstory && { backstory }) };
}

/** The words between the tags of a component, where it first stands. */
function wordsOf(name: string, tree: Root, plains: Record<string, PlainForm>, context: StoryContext): string {
  let words = '';
  visit(tree, (node) => {
    if (!('name' in node) || node.name !== name || !('children' in node)) return undefined;
    // Addresses are for readers; here they would only be in the way.
    const plain = toPlain({ type: 'root', children: node.children as Root['children'] }, plains, context);
    visit(plain, 'element', (element) => {
      if (element.tagName === 'a') element.tagName = 'span';
    });
    words = toText(plain).replace(/\s+/g, ' ').trim();
    return EXIT;
  });
  return words;
}
