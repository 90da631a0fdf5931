import type { Root } from 'hast';
import { EXIT, visit } from 'unist-util-visit';
import { propsOf } from '../document/props.ts';
import { isTag } from '../document/normalise.ts';
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

/** The claims of a story, and what was found of each. */
export function claimsOf(
  tree: Root,
  plains: Record<string, PlainForm>,
  context: StoryContext,
): { words: string; status: ClaimStatus }[] {
  const claims: { words: string; status: ClaimStatus }[] = [];
  visit(tree, (node) => {
    if (!isTag(node) || node.name !== 'Claim') return;
    claims.push({
      words: wordsIn(node.children as Root['children'], plains, context),
      status: propsOf(node).values['status'] as ClaimStatus,
    });
  });
  return claims;
}

type ClaimStatus = keyof StoryContext['strings']['claims'];

/** The words between the tags of a component, where it first stands. */
function wordsOf(name: string, tree: Root, plains: Record<string, PlainForm>, context: StoryContext): string {
  let words = '';
  visit(tree, (node) => {
    if (!isTag(node) || node.name !== name) return undefined;
    words = wordsIn(node.children as Root['children'], plains, context);
    return EXIT;
  });
  return words;
}

function wordsIn(children: Root['children'], plains: Record<string, PlainForm>, context: StoryContext): string {
  const plain = toPlain({ type: 'root', children }, plains, context);
  // Addresses are for readers; here they would only be in the way.
  visit(plain, 'element', (element) => {
    if (element.tagName === 'a') element.tagName = 'span';
  });
  return toText(plain).replace(/\s+/g, ' ').trim();
}
