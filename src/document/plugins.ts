import type { Root } from 'mdast';
import { unified } from 'unified';
import type { PluggableList } from 'unified';
import { VFile } from 'vfile';
import { errorAt, messageAt } from './message.ts';
import type { Message } from './message.ts';

let processor = unified().freeze();

/** Takes the plugins of remark to which every text goes from now on. */
export function usePlugins(plugins: PluggableList): void {
  processor = unified().use(plugins).freeze();
}

/** The newsroom’s plugins, which leave a tree of remark, as one, for the compiler of stories that are programs. */
export const remarkOwn = () => (tree: Root, file: VFile) => processor.runSync(tree, file) as Root;

/**
 * Gives a text to the newsroom’s plugins before anything else looks at it: what they make is checked like what a
 * writer types, and is in every output.
 *
 * @param contents of the whole file.
 * @returns the tree, and what the plugins say of it (`file.message`); an error where one of them breaks off.
 */
export function changedByPlugins(tree: Root, contents: string): { tree: Root; messages: Message[] } {
  const file = new VFile({ value: contents });
  try {
    return { tree: remarkOwn()(tree, file), messages: file.messages.map(asOurs) };
  } catch (error) {
    const { message } = error as Error;
    const reason = `Unexpected end of a plugin in remark.ts, “${message}”: expected it to leave the text’s tree at once.`;
    return { tree, messages: [errorAt({ line: 1, column: 1 }, 'plugin-ends', reason)] };
  }
}

const asOurs = ({ line = 1, column = 1, reason, source, ruleId, fatal }: VFile['messages'][number]): Message =>
  Object.assign(messageAt({ line, column }, reason), {
    ruleId: [source, ruleId].filter(Boolean).join('-') || 'plugin',
    fatal: fatal === true,
  });
