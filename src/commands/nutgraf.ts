#!/usr/bin/env node
import { check, help as checkHelp } from './check.ts';
import { ledger, help as ledgerHelp } from './ledger.ts';
import { take, help as importHelp } from './import.ts';
import { make, help as newHelp } from './new.ts';
import { verify, help as verifyHelp } from './verify.ts';

/** `nutgraf <command>`: what a writer types in the folder of a site. */

const commands: Record<string, { run: (args: string[]) => Promise<number>; help: string }> = {
  new: { run: make, help: newHelp },
  check: { run: check, help: checkHelp },
  verify: { run: verify, help: verifyHelp },
  ledger: { run: ledger, help: ledgerHelp },
  import: { run: take, help: importHelp },
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name]! : undefined;

if (!command || args.includes('--help')) {
  console.log(command?.help ?? Object.values(commands).map(({ help }) => help).join('\n\n'));
  process.exitCode = command || !name || name === '--help' ? 0 : 1;
} else {
  try {
    process.exitCode = await command.run(args);
  } catch (error) {
    // A writer’s mistake has a sentence, and never a stack.
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
