import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from 'vscode-languageserver/node';
import { nutgrafSite } from './sites.ts';

/**
 * `node tests/benchmark/editor.ts [stories]`: starts `nutgraf lsp` in a newsroom of 1,000 stories as an editor does,
 * asks what a writer’s keys ask, and prints how long each answer took, of 20 the middle and the slowest, in
 * milliseconds. Ends with 1 where a middle is over 100.
 */

const count = Number(process.argv[2] ?? 1000);
const { root } = nutgrafSite(count);
mkdirSync(join(root, 'content/explainers'), { recursive: true });
const command = fileURLToPath(new URL('../../src/commands/nutgraf.ts', import.meta.url));
const server = spawn(process.execPath, [command, 'lsp', '--stdio'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
const client = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
client.listen();

const name = readFirst();
const path = join(root, name);
const before = readFileSync(path, 'utf8');
const source = /^ {2}([\w-]+):/m.exec(before.slice(before.indexOf('sources:')))?.[1] ?? 'wire';
const text = `${before.trimEnd()}\n\nAccording to <Source id="${source}" />, and <Source id="${source}x" />.\n`;
const uri = pathToFileURL(path).href;
const line = text.split('\n').findIndex((one) => one.startsWith('According to <Source id="'));
const column = text.split('\n')[line]!.indexOf('id="') + 'id="'.length;

function readFirst(): string {
  return 'content/explainers/story-1.mdx';
}

const begun = performance.now();
const folder = pathToFileURL(root).href;
await client.sendRequest('initialize', {
  processId: process.pid,
  rootUri: folder,
  capabilities: {},
  workspaceFolders: [{ uri: folder, name: 'newsroom' }],
});
await client.sendNotification('initialized', {});
let told: (() => void) | undefined;
client.onNotification('textDocument/publishDiagnostics', () => told?.());
const diagnosed = () => new Promise<void>((resolve) => (told = resolve));
const first = diagnosed();
await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'mdx', version: 1, text } });
await first;
console.log(`${count} stories read and the first diagnosed in ${Math.round(performance.now() - begun)} ms`);

const here = { textDocument: { uri }, position: { line, character: column + 1 } };
const range = { start: { line, character: 0 }, end: { line, character: 200 } };
const asks: Record<string, () => Promise<unknown>> = {
  completion: () => client.sendRequest('textDocument/completion', here),
  hover: () => client.sendRequest('textDocument/hover', { ...here, position: { line, character: 15 } }),
  definition: () => client.sendRequest('textDocument/definition', here),
  'quick fix': () => client.sendRequest('textDocument/codeAction', { ...here, range, context: { diagnostics: [] } }),
  'rename, source': () => client.sendRequest('textDocument/rename', { ...here, newName: 'another-name' }),
  'rename, in all stories': () =>
    client.sendRequest('textDocument/rename', { ...here, position: authorAt(), newName: 'another-desk' }),
};

function authorAt() {
  const row = text.split('\n').findIndex((one) => one.startsWith('authors:'));
  return { line: row, character: /[\w-]+\]?$/.exec(text.split('\n')[row]!)!.index + 1 };
}

let version = 1;
/** What a writer types, and the answer that comes with it: the text is read in between. */
async function type(): Promise<void> {
  version += 1;
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ text: `${text}\nWord ${version}.\n` }],
  });
}

const rows: [string, number[], unknown][] = [];
for (const [what, ask] of Object.entries(asks)) {
  const times: number[] = [];
  let answer: unknown;
  for (let round = 0; round < 20; round++) {
    await type();
    const start = performance.now();
    answer = await ask();
    times.push(performance.now() - start);
  }
  rows.push([what, times, answer]);
}
const messages: number[] = [];
for (let round = 0; round < 20; round++) {
  const answer = diagnosed();
  const start = performance.now();
  await type();
  await answer;
  // Without the pause for which the server waits.
  messages.push(performance.now() - start - 80);
}
rows.push(['messages after a key', messages, '']);
let isSlow = false;
for (const [what, times, answer] of rows) {
  const sorted = times.toSorted((a, b) => a - b);
  const middle = sorted[10]!;
  isSlow ||= middle > 100;
  const size = JSON.stringify(answer ?? null).length;
  console.log(
    `${what.padEnd(24)} ${middle.toFixed(1).padStart(7)} ${sorted.at(-1)!.toFixed(1).padStart(7)}   ${size} bytes`,
  );
}
writeFileSync(path, before);
client.dispose();
server.kill();
process.exitCode = isSlow ? 1 : 0;
