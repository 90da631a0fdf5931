#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import module from 'node:module';
import { nearest } from '../schema/nearest.ts';
import { completionFor, help as completionHelp, optionsIn } from './completion.ts';

/** `nutgraf <command>`: what a writer types in the folder of a site. */

interface Command {
  help: string;
  run(args: string[]): Promise<number>;
}

/** Each is loaded when it is asked for: what one command needs, the others do not wait for. */
const commands: Record<string, () => Promise<Command>> = {
  new: async () => {
    const { make, help } = await import('./new.ts');
    return { help, run: make };
  },
  check: async () => {
    const { check, help } = await import('./check.ts');
    return { help, run: check };
  },
  verify: apart('verify', async () => {
    const { verify, help } = await import('#verify');
    return { help, run: verify };
  }),
  keys: async () => {
    const { keys, help } = await import('./keys.ts');
    return { help, run: keys };
  },
  ledger: async () => {
    const { ledger, help } = await import('./ledger.ts');
    return { help, run: ledger };
  },
  lsp: async () => {
    const { lsp, help } = await import('./lsp.ts');
    return { help, run: lsp };
  },
  headers: async () => {
    const { headers, help } = await import('./headers.ts');
    return { help, run: headers };
  },
  join: async () => {
    const { join, help } = await import('./join.ts');
    return { help, run: join };
  },
  import: apart('import', async () => {
    const { take, help } = await import('#import');
    return { help, run: take };
  }),
  init: async () => {
    const { init, help } = await import('./init.ts');
    return { help, run: init };
  },
  upgrade: async () => {
    const { upgrade, help } = await import('./upgrade.ts');
    return { help, run: upgrade };
  },
  completion: () =>
    Promise.resolve({
      help: completionHelp,
      run: async ([shell = '']) => {
        console.log(completionFor(shell, await all()));
        return 0;
      },
    }),
};

/** A command that is published as a package of its own: a site is built without it. */
function apart(name: string, load: () => Promise<Command>): () => Promise<Command> {
  return async () => {
    try {
      return await load();
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'ERR_MODULE_NOT_FOUND' || !message.includes(`'nutgraf-${name}'`)) throw error;
      const sentence = `nutgraf ${name}\n\nIs a package of its own: npm install --save-dev nutgraf-${name}`;
      return { help: sentence, run: () => Promise.reject(new Error(sentence)) };
    }
  };
}

const all = () =>
  Promise.all(Object.entries(commands).map(async ([name, load]) => ({ name, help: (await load()).help })));

const footer = `Ends with 0 when all is well, 1 when there is something to mend, 2 when it could not do what was asked.`;

/** What was mistyped, in a sentence with what was probably meant. */
function sentenceFor(error: unknown, help: string): string {
  if (!(error instanceof Error)) return String(error);
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return message;
  const [, option = ''] = /'(-{1,2}[^\s',]*)/.exec(message) ?? [];
  const known = optionsIn(help);
  const meant = nearest(option, known);
  return `Unknown option ${option}: expected ${known.join(', ')}.${meant ? ` Did you mean ${meant}?` : ''}`;
}

async function run([name = '', ...args]: string[]): Promise<number> {
  if (name === '--version') {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    console.log(version);
    return 0;
  }
  if (!Object.hasOwn(commands, name)) {
    if (!name || name === '--help') {
      console.log([...(await all()).map(({ help }) => help), footer].join('\n\n'));
      return 0;
    }
    const known = Object.keys(commands);
    const meant = nearest(name, known);
    console.error(
      `Unknown command “${name}”: expected ${known.join(', ')}.${meant ? ` Did you mean “nutgraf ${meant}”?` : ''}`,
    );
    return 2;
  }
  const command = await commands[name]!();
  if (args.includes('--help')) {
    console.log(`${command.help}\n\n${footer}`);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    // A writer’s mistake has a sentence, and never a stack.
    console.error(sentenceFor(error, command.help));
    return 2;
  }
}

// What has been compiled is kept from one call to the next: a third of the time of a small check. Node 20 cannot.
if ('enableCompileCache' in module) module.enableCompileCache();
process.exitCode = await run(process.argv.slice(2));
