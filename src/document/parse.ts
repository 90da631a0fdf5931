import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import type { VFileMessage } from 'vfile-message';
import type { Place } from './frontmatter.ts';

const processor = remark().use(remarkMdx).freeze();

/** Why a body cannot be read, and where. */
export interface Fault extends Place {
  reason: string;
}

/** The tree of an MDX body, or the one thing that keeps it from being read. */
export function parseBody(body: string): Root | Fault {
  try {
    return processor.parse(body);
  } catch (error) {
    return faultOf(error as VFileMessage, body);
  }
}

/** `mdast-util-mdx-jsx` writes the place of the open tag into its sentence; that is where the mistake is. */
const openTag = /closing tag for `<([^>`]*)>` \((\d+):(\d+)/;

function faultOf(error: VFileMessage, body: string): Fault {
  const { reason } = error;
  const [, name, line, column] = openTag.exec(reason) ?? [];
  if (name !== undefined) {
    const before = /^Unexpected closing tag `([^`]*)`/.exec(reason)?.[1] ?? lineOf(error) ?? 'the end of the story';
    return {
      line: Number(line),
      column: Number(column),
      reason: `Unexpected ${before} while <${name}> is open: expected </${name}> before it.`,
    };
  }
  const point = error.place && 'start' in error.place ? error.place.start : error.place;
  const [unexpected, expected] = reason.split(/, expected /);
  return {
    line: point?.line ?? body.split('\n').length,
    column: point?.column ?? 1,
    reason: expected ? `${unexpected}: expected ${expected}.` : `${reason.replace(/\.$/, '')}: expected valid MDX.`,
  };
}

const lineOf = ({ reason }: VFileMessage): string | undefined => {
  const container = /before the end of `(\w+)`/.exec(reason)?.[1];
  return container && `end of ${container === 'paragraph' ? 'the paragraph' : `the ${container}`}`;
};
