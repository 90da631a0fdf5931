import { workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/node';

/**
 * The extension for VS Code: it starts the language server of the Nutgraf that the newsroom has installed, so that
 * the editor and the build never disagree.
 */
let client: LanguageClient | undefined;

export async function activate(): Promise<void> {
  const cwd = workspace.workspaceFolders?.[0]?.uri.fsPath;
  if (!cwd) return;
  client = new LanguageClient(
    'nutgraf',
    'Nutgraf',
    // On Windows, npx is a script for the shell.
    { command: 'npx', args: ['nutgraf', 'lsp', '--stdio'], options: { cwd, shell: process.platform === 'win32' } },
    {
      documentSelector: [
        { scheme: 'file', pattern: '**/*.mdx' },
        { scheme: 'file', pattern: '**/content/**/*.yaml' },
      ],
    },
  );
  await client.start();
}

export const deactivate = (): Promise<void> | undefined => client?.stop();
