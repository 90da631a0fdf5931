#!/usr/bin/env node
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
  verify: async () => {
    const { verify, help } = await import('./verify.ts');
    return { help, run: verify };
  },
  keys: async () => {
    const { keys, help } = await import('./keys.ts');
    return { help, run: keys };
  },
  ledger: async () => {
    const { ledger, help } = await import('./ledger.ts');
    return { help, run: ledger };
  },
  headers: async () => {
    const { headers, help } = await import('./headers.ts');
    return { help, run: headers };
  },
  join: async () => {
    const { join, help } = await import('./join.ts');
    return { help, run: join };
  },
  import: async () => {
    const { take, help } = await import('./import.ts');
    return { help, run: take };
  },
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? await commands[name]!() : undefined;

if (!command || args.includes('--help')) {
  const shown = command ? [command] : await Promise.all(Object.values(commands).map((load) => load()));
  console.log(shown.map(({ help }) => help).join('\n\n'));
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

export {};
