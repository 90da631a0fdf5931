import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { RoleProps } from '../document/role.ts';
import { propsFor } from '../document/roles.ts';
import type { Story } from '../stories/story.ts';

/** A picture of a story, and whether a copy may have it. */
export type Picture = Omit<RoleProps['picture'], 'credit'> & { credit?: string };

/**
 * The pictures of a story: the one above it, then those of its document, in its order. One without a credit of its own
 * is the newsroom’s.
 */
export function picturesIn(tree: Root, { picture }: Pick<Story, 'picture'> = {}): Picture[] {
  const pictures: Picture[] = picture
    ? [{ src: picture.file, alt: picture.alt, credit: picture.credit, rights: picture.rights }]
    : [];
  visit(tree, (node) => {
    if (node.type === 'element' && node.tagName === 'img')
      pictures.push({
        src: String(node.properties['src']),
        alt: node.properties['alt'] ?? '',
        rights: 'ours',
      });
    const placed = propsFor('picture', node);
    if (placed) pictures.push(placed);
  });
  return pictures;
}
