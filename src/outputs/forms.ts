import { address, options } from 'virtual:nutgraf/site';
import type { Head } from '../metadata/head.ts';
import { hrefOf } from '../stories/address.ts';
import type { Story } from '../stories/story.ts';
import { hasOutput, outputKinds, outputPage, outputs } from './table.ts';

/** The same story in other forms, for the head of its page. */
export const formsOf = (story: Story): Head['forms'] =>
  outputKinds
    .filter((kind) => outputs[kind].isAlternate && hasOutput(kind, story, options))
    // In full where it can be: programs that look for oEmbed take it as it stands.
    .map((kind) => ({ type: outputs[kind].type, href: hrefOf(outputPage(kind, story), address) }));
