import type { Root } from 'hast';
import { archiveFolder } from 'virtual:nutgraf/site';
import { Archive } from '../document/archive.ts';
import { RECENT, recent } from './recent.ts';
import type { Said } from './statements.ts';
import type { Text } from './story.ts';

const archive = new Archive(archiveFolder);

const recentTree = recent(RECENT, (digest: string) => archive.tree(digest));

/**
 * The tree of a text: of a program, what can be known without running it. All outputs share it: it
 * must stay as it is.
 */
export const treeOf = ({ document }: Text): Root => recentTree(document.digest);

/** What is said in a text, by whom; empty where nothing is. */
export const statementsOf = ({ document }: Text): Said[] =>
  document.roles.includes('statement') ? ((archive.extract(document.digest) ?? []) as Said[]) : [];
