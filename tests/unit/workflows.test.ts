import { readFileSync, readdirSync } from 'node:fs';
import { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

/**
 * The files for continuous integration that `docs/` offers, and our own: read by the host’s own parser, where it can be
 * had.
 */

const folder = new URL('../../docs/workflows/', import.meta.url);
const ours = new URL('../../.github/workflows/', import.meta.url);
const read = (name: string, at = folder) => readFileSync(new URL(name, at), 'utf8');

async function errorsIn(content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name: 'workflow.yml', content }, new NoOperationTraceWriter());
  const template = value && (await convertWorkflowTemplate(context, value));
  return [
    ...context.errors.getErrors().map(({ message }) => message),
    ...(template?.errors ?? []).map(({ Message }) => Message),
  ];
}

describe('a workflow for GitHub', () => {
  test.each(readdirSync(folder).filter((name) => name.startsWith('github-')))('%s is one', async (name) => {
    expect(await errorsIn(read(name))).toEqual([]);
  });

  test.each(readdirSync(ours))('%s, of ours, is one', async (name) => {
    expect(await errorsIn(read(name, ours))).toEqual([]);
  });

  test.each([...readdirSync(folder).map((name) => read(name)), ...readdirSync(ours).map((name) => read(name, ours))])(
    'runs only scripts and commands that there are',
    (text) => {
      const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
        scripts: Record<string, string>;
      };
      const named = [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name = '']) => name);
      expect(named.filter((name) => !(name in scripts))).toEqual([]);
      const commands = [...text.matchAll(/npx nutgraf (\w+)/g)].map(([, name = '']) => name);
      expect(commands.filter((name) => !['check', 'join', 'ledger'].includes(name))).toEqual([]);
    },
  );

  test('is judged: a step that is none is told of', async () => {
    expect(await errorsIn(read('github-shards.yml').replace('- run: npm ci', '- runs: npm ci'))).not.toEqual([]);
  });
});

test('every part that is built is put together, on GitHub and on GitLab', () => {
  interface Job {
    strategy?: { matrix: { shard: number[] } };
    steps?: { run?: string }[];
    parallel?: number;
    script?: string[];
  }
  const github = (parse(read('github-shards.yml')) as { jobs: Record<string, Job> }).jobs;
  const parts = github['stories']?.strategy?.matrix.shard ?? [];
  const join = github['site']?.steps?.find(({ run }) => run?.includes('join'))?.run;
  expect(join).toBe(`npx nutgraf join ${parts.map((part) => `parts/part-${part}`).join(' ')}`);
  expect(read('github-shards.yml')).toContain(`NUTGRAF_SHARD: \${{ matrix.shard }}/${parts.length}`);

  const gitlab = parse(read('gitlab-shards.yml')) as Record<string, Job>;
  expect(gitlab['stories']?.parallel).toBe(4);
  expect(gitlab['site']?.script).toContain('npx nutgraf join parts/*');
});
