import { parseArgs } from 'node:util';
import { serve } from './lsp/server.ts';

export const help = `nutgraf lsp --stdio

A language server (LSP 3.17) on standard input and output, for editors: what \`check\` tells, as one types, with the
nearest right answer to take; components, props and ids to choose from; what each is; where it is; and its new name
everywhere. docs/writers/editors.md has the lines for VS Code, Neovim, Helix and Zed.`;

/** `nutgraf lsp`. @returns the code of the process, when the editor is closed. */
export async function lsp(args: string[], folder = process.cwd()): Promise<number> {
  parseArgs({ args, options: { stdio: { type: 'boolean' } } });
  // What is printed on standard output would be taken for an answer.
  console.log = console.error;
  await serve(process.stdin, process.stdout, folder);
  return 0;
}
