import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  Hover,
  Location,
  MessageConnection,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from 'vscode-languageserver/node';
import { archiveOf } from '../support/archive.ts';
import { makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

/** The language server, asked by a client over the protocol, as an editor asks it. */

const command = fileURLToPath(new URL('../../src/commands/nutgraf.ts', import.meta.url));

let site: Site;
let server: ChildProcessWithoutNullStreams;
let client: MessageConnection;
const told = new Map<string, Diagnostic[]>();
const waiting = new Map<string, (diagnostics: Diagnostic[]) => void>();
let version = 1;

const uriOf = (name: string) => pathToFileURL(join(site.root, name)).href;
const story = 'content/explainers/story-2.mdx';
let text = '';

beforeAll(async () => {
  site = makeSite(archiveOf(3));
  text = readFileSync(join(site.root, story), 'utf8');
  server = spawn(process.execPath, [command, 'lsp', '--stdio'], { cwd: site.root });
  client = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  client.onNotification(
    'textDocument/publishDiagnostics',
    ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
      told.set(uri, diagnostics);
      waiting.get(uri)?.(diagnostics);
    },
  );
  client.listen();
  const uri = pathToFileURL(site.root).href;
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: uri,
    capabilities: {},
    workspaceFolders: [{ uri, name: 'site' }],
  });
  await client.sendNotification('initialized', {});
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: uriOf(story), languageId: 'mdx', version, text },
  });
});
afterAll(() => {
  client.dispose();
  server.kill();
  site.dispose();
});

/** Types a text in the place of all. @returns what is told of it. */
async function type(contents: string): Promise<Diagnostic[]> {
  const answer = new Promise<Diagnostic[]>((resolve) => waiting.set(uriOf(story), resolve));
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri: uriOf(story), version: (version += 1) },
    contentChanges: [{ text: contents }],
  });
  return answer;
}

/** Where words stand in a text: behind them. */
function behind(contents: string, words: string) {
  const before = contents.slice(0, contents.indexOf(words) + words.length).split('\n');
  return { line: before.length - 1, character: before.at(-1)!.length };
}
const ask = async <Answer>(method: string, contents: string, words: string, more: object = {}): Promise<Answer> => {
  await type(contents);
  return client.sendRequest(`textDocument/${method}`, {
    textDocument: { uri: uriOf(story) },
    position: behind(contents, words),
    ...more,
  });
};
const edited = (contents: string, edits: WorkspaceEdit['changes'], name = story) => {
  const lines = contents.split('\n');
  for (const { range, newText } of (edits?.[uriOf(name)] ?? []).toReversed()) {
    expect(range.start.line).toBe(range.end.line);
    const line = lines[range.start.line]!;
    lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
  }
  return lines.join('\n');
};

describe('while one types', () => {
  test('a mistake is told where it stands, in the words of check', async () => {
    const messages = await type(text.replace('Source id="wire" />', 'Source id="wir" />'));
    const [message] = messages.filter(({ code }) => code === 'source-exists');
    expect(message).toMatchObject({ severity: 1, source: 'nutgraf' });
    expect(message!.message).toContain('Unknown source “wir”: expected one of the sources listed above the story.');
    expect(message!.range.start.line).toBe(behind(text, 'According to').line);
    expect((await type(text)).filter(({ code }) => code === 'source-exists')).toEqual([]);
  });

  test.each([
    ['a source', 'Source id="wire" />', 'Source id="wir" />'],
    ['a person', 'by="john-roe" date', 'by="jon-roe" date'],
    ['a component and its other end', 'Officials>', 'Oficials>'],
    ['an outlet above the text', 'outlet: reuters', 'outlet: reuter'],
    ['a topic', 'cities]', 'citis]'],
  ])('the nearest right answer can be taken: %s', async (_, right, wrong) => {
    const contents = text.replaceAll(right, wrong);
    expect(contents).not.toBe(text);
    const messages = await type(contents);
    expect(messages).not.toEqual([]);
    const actions = (
      await Promise.all(
        messages.map(({ range }) =>
          client.sendRequest<CodeAction[]>('textDocument/codeAction', {
            textDocument: { uri: uriOf(story) },
            range,
            context: { diagnostics: messages },
          }),
        ),
      )
    ).flat();
    const mended = actions.map(({ edit }) => apply(contents, edit!));
    expect(mended).toContain(text);
  });

  const apply = (contents: string, { changes }: WorkspaceEdit): string => {
    const offsetOf = ({ line, character }: { line: number; character: number }) =>
      contents
        .split('\n')
        .slice(0, line)
        .reduce((sum, one) => sum + one.length + 1, character);
    return (changes?.[uriOf(story)] ?? []).reduce(
      (all, { range, newText }) => all.slice(0, offsetOf(range.start)) + newText + all.slice(offsetOf(range.end)),
      contents,
    );
  };

  test.each<[string, string, string, string[]]>([
    ['components', '<', 'According to <', ['WhyItMatters', 'Statement', 'Source']],
    ['props that are not there yet', '<Source  />', 'According to <Source ', ['id']],
    ['the story’s sources', '<Source id="" />', 'According to <Source id="', ['wire', 'own']],
    ['people', '<Statement by="" />', 'According to <Statement by="', ['john-roe', 'jane-doe']],
  ])('completes %s', async (_, typed, words, expected) => {
    const contents = text.replace('According to <Source id="wire" />', `According to ${typed}`);
    const items = await ask<CompletionItem[]>('completion', contents, words);
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(expected));
  });

  test('completes ids above the text', async () => {
    const outlets = await ask<CompletionItem[]>('completion', text.replace('outlet: reuters', 'outlet: '), 'outlet: ');
    expect(outlets.map(({ label }) => label)).toContain('reuters');
    const topics = await ask<CompletionItem[]>('completion', text, 'topics: [');
    expect(topics.map(({ label }) => label)).toEqual(expect.arrayContaining(['cities', 'rivers']));
  });

  test('leaves out props that are there', async () => {
    const contents = text.replace('by="john-roe" date', 'by="john-roe"  date');
    const items = await ask<CompletionItem[]>('completion', contents, 'by="john-roe" ');
    const names = items.map(({ label }) => label);
    expect(names).toContain('source');
    expect(names).not.toContain('by');
  });

  test('says what a component is, with its contract, and who an id is', async () => {
    const hover = await ask<Hover>('hover', text, '<Stat');
    expect(JSON.stringify(hover.contents)).toContain('**Statement**');
    expect(JSON.stringify(hover.contents)).toContain('`by` (required)');
    expect(JSON.stringify(await ask<Hover>('hover', text, 'by="john-r'))).toContain('John Roe');
  });

  test('leads to the file of a person, and to the line of a source', async () => {
    expect(await ask<Location>('definition', text, 'by="john')).toMatchObject({
      uri: uriOf('content/people/john-roe.yaml'),
    });
    const source = await ask<Location>('definition', text, 'Source id="wi');
    expect(source).toMatchObject({ uri: uriOf(story), range: { start: { line: behind(text, '  wire').line } } });
  });

  test('gives a source a new name wherever the story has it', async () => {
    const { changes } = await ask<WorkspaceEdit>('rename', text, 'Source id="wi', { newName: 'reuters-call' });
    const renamed = edited(text, changes);
    expect(renamed).toBe(
      text
        .replace('  wire:', '  reuters-call:')
        .replaceAll('id="wire"', 'id="reuters-call"')
        .replaceAll('source="wire"', 'source="reuters-call"'),
    );
  });

  test('gives a person a new name in every story, and the file', async () => {
    const { documentChanges } = await ask<WorkspaceEdit>('rename', text, 'by="john-r', { newName: 'john-a-roe' });
    expect(documentChanges).toHaveLength(4);
    expect(documentChanges!.at(-1)).toEqual({
      kind: 'rename',
      oldUri: uriOf('content/people/john-roe.yaml'),
      newUri: uriOf('content/people/john-a-roe.yaml'),
    });
  });

  test('says why a name cannot be had', async () => {
    await expect(ask('rename', text, 'by="john-r', { newName: 'Jane Doe' })).rejects.toThrow('expected small letters');
    await expect(ask('rename', text, 'by="john-r', { newName: 'jane-doe' })).rejects.toThrow(
      'that no other file in people/ has',
    );
    await expect(ask('rename', text, 'According', { newName: 'x' })).rejects.toThrow('Nothing to rename here');
  });
});
