import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { RoleProps } from '../document/role.ts';
import { propsFor } from '../document/roles.ts';

/** A picture of a story, and whether a copy may have it. */
export type Picture = Omit<RoleProps['picture'], 'credit'> & { credit?: string };

/** The pictures of a document, in its order. One without a credit of its own is the newsroom’s. */
export function picturesIn(tree: Root): Picture[] {
  const pictures: Picture[] = [];
  visit(tree, (node) => {
    if (node.type === 'element' && node.tagName === 'img')
      pictures.push({
        src: String(node.properties['src']),
        alt: node.properties['alt'] ?? '',
        rights: 'ours',
      });
    const picture = propsFor('picture', node);
    if (picture) pictures.push(picture);
  });
  return pictures;
}
