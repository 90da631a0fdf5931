import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { splitStory } from '../../document/frontmatter.ts';
import type { StoryRecord } from '../../schema/story.ts';

/** What a new story can begin with: a file each, beside this one, right as it stands, whatever the newsroom. */
export const templates = ['explainer', 'background', 'questions', 'fact-check'] as const;

export type Template = (typeof templates)[number];

/** What a template says above its text. */
type Above = Partial<Pick<StoryRecord, 'label' | 'sources'>>;

/** A template as it is typed. Comments in its text are for the writer: readers never see them. */
export function readTemplate(name: Template): { above: Above; body: string } {
  const { yaml = '', body } = splitStory(readFileSync(new URL(`${name}.mdx`, import.meta.url), 'utf8'));
  return { above: (parse(yaml) ?? {}) as Above, body };
}
