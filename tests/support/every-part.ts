import { readStory } from '../../src/document/read.ts';
import { exampleFileAt as fileAt } from '../../src/integration/examples.ts';
import type { PlainForm } from '../../src/renderings/plain.ts';
import { storySchema } from '../../src/schema/story.ts';
import { storyOf } from '../../src/stories/story.ts';
import type { StoryContext } from '../../src/stories/story.ts';
import { stringsFor } from '../../src/strings/index.ts';
import { componentNames, contracts, exampleFrontmatter, exampleRegistries, load } from './newsroom.ts';
import { optionsWith } from './stories.ts';

/** Every component’s example, in one story that others may republish. */
const {
  data,
  facts,
  tree: read,
} = readStory(
  `${exampleFrontmatter}\n[A link](/about/) and ![a picture](a.png).\n\n${componentNames.map((name) => contracts.get(name)!.example).join('\n\n')}\n`,
  storySchema,
  contracts,
  { fileAt },
);
/** Those under which it may be republished. */
export const options = optionsWith({ licence: { name: 'MIT', republish: true } });
export const tree = read!;
export const story = storyOf(
  'every-part',
  { ...storySchema.parse(data), document: { ...facts!, digest: '' } },
  exampleRegistries,
  options,
);
export const plains = Object.fromEntries(
  await Promise.all(componentNames.map(async (name) => [name, await load<PlainForm>(name, 'plain.ts')] as const)),
);
export const context: StoryContext = { story, strings: stringsFor('en'), timeZone: 'UTC', notes: {} };
