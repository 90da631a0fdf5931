import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isError } from '../document/message.ts';
import { formatMessage } from '../document/reporter.ts';
import { settingsIn } from '../integration/settings.ts';
import { componentsOf } from '../newsroom/components.ts';
import { Newsroom } from '../newsroom/newsroom.ts';
import { readAll } from '../newsroom/stories.ts';
import { LEDGER } from '../stories/ledger.ts';
import { record } from './ledger/record.ts';

export const help = `nutgraf ledger

Records what readers see now in content/ledger/: the address of each page, and each story’s words and
corrections under the date of its last change. Run it when the site is published, and commit what it
wrote: a build then stops when a published address would lead nowhere, or a published correction
would be dropped or altered.`;

/** `nutgraf ledger`. @returns the code of the process: 1 when a story has a mistake; then nothing is written. */
export async function ledger(args: string[], folder = process.cwd()): Promise<number> {
  parseArgs({ args, options: {} });
  const { options, root, site } = await settingsIn(folder);
  const { components, contracts } = await componentsOf(options, root);
  const newsroom = new Newsroom({ root: fileURLToPath(root), options, contracts, site: () => site });
  const texts = readAll(newsroom);
  const errors = newsroom.messages().filter(isError);
  if (errors.length) {
    console.error(`${errors.map(formatMessage).join('\n')}\n\nNothing was recorded.`);
    return 1;
  }
  const written = await record(newsroom, texts, components);
  const count = (number: number, one: string, more: string) =>
    number ? [`${number} ${number === 1 ? one : more}`] : [];
  const parts = [
    ...count(written.versions, 'version', 'versions'),
    ...count(written.addresses, 'new address', 'new addresses'),
  ];
  console.log(
    parts.length
      ? `Recorded ${parts.join(' and ')}. Commit ${join(options.content, LEDGER)}.`
      : 'Nothing new to record.',
  );
  return 0;
}
