import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { Expression } from 'estree-jsx';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { Fragment, componentOfJsx, jsx } from '../astro/jsx-component.ts';
import { picturePath } from '../document/pictures.ts';
import { literalOf } from '../document/literal.ts';
import { mapElements } from '../document/map.ts';
import { linkWithin } from '../stories/address.ts';
import type { AddressStyle } from '../stories/address.ts';
import type { Body } from '../stories/queries.ts';

/**
 * What draws the body of a story: for a document a component that Astro’s JSX renderer draws from
 * the tree, for a program what Astro compiled. Both take the same drawings.
 */
export function contentOf(
  body: Body,
  drawings: Record<string, AstroComponentFactory>,
  picture: AstroComponentFactory,
  address: Pick<AddressStyle, 'base'>,
): AstroComponentFactory {
  if (body.kind === 'program') return body.Content;
  const { pictures } = body;
  const tree = mapElements(body.tree, (node) => {
    const { href } = node.properties;
    if (node.tagName === 'a' && typeof href === 'string')
      return { ...node, properties: { ...node.properties, href: linkWithin(href, address) } };
    const image = node.tagName === 'img' ? pictures[picturePath(String(node.properties['src']))] : undefined;
    // A tree’s properties are texts; Astro’s `<Image>` takes the picture itself.
    return image ? { ...node, properties: { ...node.properties, src: image as never } } : node;
  });
  // A document has nothing to run: only names of components and literals are left in it.
  const evaluate = (expression: Expression) =>
    expression.type === 'Identifier' ? drawings[expression.name] : literalOf(expression);
  const content = () =>
    // What Astro’s JSX makes has no type of its own.
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    toJsxRuntime(tree, {
      Fragment,
      jsx,
      jsxs: jsx,
      passKeys: false,
      elementAttributeNameCase: 'html',
      stylePropertyNameCase: 'css',
      // Astro’s components are not of the type that JSX wants of one.
      components: { img: picture } as never,
      createEvaluater: () => ({ evaluateExpression: evaluate, evaluateProgram: () => undefined }),
    });
  return componentOfJsx(content);
}
