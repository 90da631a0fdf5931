import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Contracts } from '../document/contract.ts';
import { inspect } from '../document/inspect.ts';
import { remarkOwn } from '../document/plugins.ts';
import { normalise } from '../document/normalise.ts';
import { remarkTables } from '../document/tables.ts';
import { rehypeLayout } from '../document/tree.ts';
import { siblingFiles } from '../newsroom/siblings.ts';
import { linkWithin } from '../stories/address.ts';

/**
 * Astro’s MDX for stories that are programs: they go the way of documents, as far as that is possible in a compiler.
 *
 * @param lang the language of the newsroom: that of a story which names none.
 * @param base Astro’s, for links.
 */
export function programs(contracts: Contracts, lang: string, base: string): AstroIntegration {
  const remarkDocument = () => (tree: Root, file: VFile) => {
    normalise(tree, contracts);
    const own: unknown = file.data.astro?.frontmatter?.['lang'];
    inspect(tree, contracts, { fileAt: siblingFiles(file.path), lang: typeof own === 'string' ? own : lang });
  };
  const rehypeLinks = () => (tree: HastRoot) => {
    visit(tree, 'element', ({ properties }) => {
      if (typeof properties['href'] === 'string') properties['href'] = linkWithin(properties['href'], { base });
    });
  };
  return mdx({
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [remarkTables, remarkOwn, remarkDocument],
      rehypePlugins: [[rehypeLayout, contracts], rehypeLinks],
    }),
  });
}
