import type { Root } from 'hast';
import { EXIT, visit } from 'unist-util-visit';
import { isComputedPlace } from '../document/computed.ts';
import type { ComponentNode } from '../document/contract.ts';
import type { Role, RoleProps } from '../document/role.ts';
import { hasRole, propsFor } from '../document/roles.ts';
import type { StoryContext, Telling } from '../stories/story.ts';
import { withoutLinks } from './links.ts';
import { toPlain } from './plain.ts';
import type { PlainForm } from './plain.ts';
import { toWords } from './text.ts';

/** Takes both from the sections that tell it. */
export function tellingOf(tree: Root, plains: Record<string, PlainForm>, context: StoryContext): Telling {
  const abstract = wordsOf('nutGraf', tree, plains, context);
  const backstory = wordsOf('backstory', tree, plains, context);
  return { ...(abstract && { abstract }), ...(backstory && { backstory }) };
}

/** The claims of a story, and what was found of each. */
export function claimsOf(
  tree: Root,
  plains: Record<string, PlainForm>,
  context: StoryContext,
): { words: string; status: RoleProps['claim']['status'] }[] {
  const claims: ReturnType<typeof claimsOf> = [];
  visit(tree, (node) => {
    const claim = propsFor('claim', node);
    if (!claim || !('children' in node)) return;
    claims.push({ words: wordsIn(node.children as Root['children'], plains, context), status: claim.status });
  });
  return claims;
}

/** The words between the tags of the first component with a role. */
function wordsOf(role: Role, tree: Root, plains: Record<string, PlainForm>, context: StoryContext): string {
  let words = '';
  visit(tree, (node) => {
    if (!hasRole(node, role)) return undefined;
    // Half of what is said may be the opposite of it.
    if (isWhole(node)) words = wordsIn(node.children, plains, context);
    return EXIT;
  });
  return words;
}

function isWhole(node: ComponentNode): boolean {
  let whole = true;
  visit(node as { type: string }, (one) => {
    whole &&= !isComputedPlace(one);
  });
  return whole;
}

function wordsIn(children: Root['children'], plains: Record<string, PlainForm>, context: StoryContext): string {
  const plain = toPlain({ type: 'root', children }, plains, context);
  // Addresses are for readers; here they would only be in the way.
  return toWords(withoutLinks(plain)).replace(/\s+/g, ' ').trim();
}
