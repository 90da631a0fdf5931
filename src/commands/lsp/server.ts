import { fileURLToPath } from 'node:url';
import type { InitializeResult } from 'vscode-languageserver';
import { ProposedFeatures, ResponseError, TextDocuments, createConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { completionsAt, definitionAt, diagnosticsOf, fixesFor, hoverAt, renameAt } from './answers.ts';
import { Room } from './room.ts';

/** How long a writer has to pause before a text is read again, in milliseconds. */
const PAUSE = 80;

/**
 * Answers an editor until it leaves.
 *
 * @param folder the newsroom’s, where the editor names none.
 */
export async function serve(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  folder: string,
): Promise<void> {
  const connection = createConnection(ProposedFeatures.all, input, output);
  const documents = new TextDocuments(TextDocument);
  let room: Promise<Room> = new Promise(() => undefined);
  const pathOf = (uri: string) => fileURLToPath(uri);
  const timers = new Map<string, NodeJS.Timeout>();
  const pending = new Map<string, () => void>();

  connection.onInitialize(({ workspaceFolders }): InitializeResult => {
    const uri = workspaceFolders?.[0]?.uri;
    room = Room.in(uri ? pathOf(uri) : folder);
    room.catch((error: unknown) =>
      connection.window.showErrorMessage(error instanceof Error ? error.message : String(error)),
    );
    return {
      capabilities: {
        textDocumentSync: 2,
        completionProvider: { triggerCharacters: ['<', '"', ' ', ':', '['] },
        hoverProvider: true,
        definitionProvider: true,
        renameProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix'] },
      },
      serverInfo: { name: 'nutgraf' },
    };
  });

  /** Reads what was typed; at once, where an answer depends on it. */
  const take = async (uri: string): Promise<Room> => {
    const there = await room;
    pending.get(uri)?.();
    return there;
  };

  documents.onDidChangeContent(({ document: { uri } }) => {
    const read = () => {
      clearTimeout(timers.get(uri));
      pending.delete(uri);
      void room.then(
        (there) => {
          const document = documents.get(uri);
          if (!document || !uri.startsWith('file:')) return;
          there.type(pathOf(uri), document.getText());
          const version = document.version;
          void connection.sendDiagnostics({ uri, version, diagnostics: diagnosticsOf(there, pathOf(uri)) });
        },
        () => undefined,
      );
    };
    if (uri.startsWith('file:'))
      void room.then(
        (there) => {
          const typed = documents.get(uri)?.getText();
          if (typed !== undefined) there.note(pathOf(uri), typed);
        },
        () => undefined,
      );
    clearTimeout(timers.get(uri));
    pending.set(uri, read);
    timers.set(uri, setTimeout(read, PAUSE));
  });
  documents.onDidClose(({ document: { uri } }) => {
    void room.then(
      (there) => {
        if (uri.startsWith('file:')) there.type(pathOf(uri), undefined);
      },
      () => undefined,
    );
  });

  connection.onCompletion(async ({ textDocument: { uri }, position }) => {
    const there = await room;
    return completionsAt(there, pathOf(uri), position);
  });
  connection.onHover(async ({ textDocument: { uri }, position }) => {
    const value = hoverAt(await room, pathOf(uri), position);
    return value ? { contents: { kind: 'markdown', value } } : null;
  });
  connection.onDefinition(async ({ textDocument: { uri }, position }) =>
    definitionAt(await room, pathOf(uri), position),
  );
  connection.onCodeAction(async ({ textDocument: { uri }, range, context: { diagnostics } }) => {
    const there = await take(uri);
    return fixesFor(there, pathOf(uri), range).map(({ title, edit, of }) => ({
      title,
      kind: 'quickfix',
      edit,
      isPreferred: true,
      diagnostics: diagnostics.filter(({ code, range: { start } }) => code === of.ruleId && start.line === of.line - 1),
    }));
  });
  connection.onRenameRequest(async ({ textDocument: { uri }, position, newName }) => {
    try {
      return renameAt(await take(uri), pathOf(uri), position, newName);
    } catch (error) {
      // A writer’s mistake has a sentence, and never a stack.
      return new ResponseError(-32803, error instanceof Error ? error.message : String(error));
    }
  });

  documents.listen(connection);
  connection.listen();
  await new Promise<void>((resolve) => connection.onExit(() => resolve()));
}
