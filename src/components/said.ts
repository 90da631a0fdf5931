import type { ElementContent } from 'hast';
import { plains } from 'virtual:nutgraf/plains';
import { address } from 'virtual:nutgraf/site';
import { statementOf } from './Statement/statement.ts';
import type { StatementProps, StatementView } from './Statement/statement.ts';
import { contextOf } from '../renderings/context.ts';
import { toHtml } from '../renderings/html.ts';
import { toPlain } from '../renderings/plain.ts';
import { pages, pathOf } from '../stories/address.ts';
import type { Story } from '../stories/story.ts';
import { statementsOf } from '../stories/trees.ts';

/** What somebody said, as their own page shows it. */
export interface SaidView extends StatementView {
  isQuote: boolean;
  /** The words, as plain HTML. */
  words: string;
  /** Where the story tells of the source. */
  sourcePath?: string;
  comma: string;
}

/** What a person said in a story. */
export function saidBy(person: string, story: Story): SaidView[] {
  const context = contextOf(story);
  const wordsOf = (children: ElementContent[]) => toHtml(toPlain({ type: 'root', children }, plains, context));
  return statementsOf(story)
    .filter(({ by }) => by === person)
    .map(({ props, words }) => {
      // A statement of a newsroom’s own has the props of its role; the others of ours may be missing.
      const view = statementOf(props as unknown as StatementProps, context);
      const sourcePath = view.source && `${pathOf(pages.story(story), address)}#r${view.source.number}`;
      return {
        ...view,
        isQuote: props['quote'] === true,
        words: wordsOf(words),
        comma: context.strings.comma,
        ...(sourcePath && { sourcePath }),
      };
    });
}
