import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import type { AstroIntegration } from 'astro';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Contracts } from '../document/contract.ts';
import { inspect } from '../document/inspect.ts';
import { normalise } from '../document/normalise.ts';
import { remarkTables } from '../document/tables.ts';
import { rehypeLayout } from '../document/tree.ts';
import { siblingFiles } from '../newsroom/siblings.ts';

/** Astro’s MDX for stories that are programs: they go the way of documents, as far as that is possible in a compiler. */
export function programs(contracts: Contracts): AstroIntegration {
  const remarkDocument = () => (tree: Root, file: VFile) => {
    normalise(tree, contracts);
    inspect(tree, contracts, siblingFiles(file.path));
  };
  return mdx({
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [remarkTables, remarkDocument],
      rehypePlugins: [[rehypeLayout, contracts]],
    }),
  });
}
