import { spawnSync } from 'node:child_process';
import { messageAt } from '../document/message.ts';
import type { Message } from '../document/message.ts';
import { isQuoted } from './prose.ts';
import { ownPassages } from './retext.ts';
import type { Rule, Severity } from './rule.ts';

/** What a newsroom asks of Vale (vale.sh), as a rule of its own. */
export interface ValeOptions {
  /** Also the file’s name. */
  name: string;
  severity?: Severity;
  /** The language that its styles are for, such as `en`: other stories are left alone. All, where none is given. */
  lang?: string;
  /** Vale’s settings, from the folder in which `check` runs; without it, Vale looks for `.vale.ini` there and above. */
  config?: string;
  /** How the program is called. */
  command?: string;
}

/** A message in what `vale --output=JSON` prints. */
interface ValeAlert {
  Line: number;
  /** Columns, from 1. */
  Span: [number, number];
  Check: string;
  Message: string;
  Action?: { Name: string; Params?: string[] | null };
}

/**
 * A rule that runs Vale over the newsroom’s own words: not over markup, nor what others say. Where Vale is not
 * installed, such as at a writer’s own desk, it says nothing.
 */
export const valeRule = ({ name, severity = 'warning', lang, config, command = 'vale' }: ValeOptions): Rule => ({
  name,
  severity,
  check(prose) {
    if (lang && prose.lang.split('-')[0] !== lang.split('-')[0]) return [];
    const passages = ownPassages(prose);
    // A passage a line: so Vale’s line is a passage, and its column a place in it.
    const text = passages.map((passage) => passage.text.replaceAll('\n', ' ')).join('\n');
    const settings = config ? [`--config=${config}`] : [];
    const { error, stdout, stderr } = spawnSync(command, ['--output=JSON', '--no-exit', '--ext=.txt', ...settings], {
      input: text,
      encoding: 'utf8',
    });
    if (error && 'code' in error && error.code === 'ENOENT') return [];
    if (error) throw new Error(`Vale: ${error.message}`);
    return alertsIn(stdout, stderr).flatMap(({ Line, Span: [column], Check, Message: reason, Action }): Message[] => {
      const passage = passages[Line - 1];
      if (!passage || isQuoted(passage, column - 1)) return [];
      const nearest = Action?.Name === 'replace' ? Action.Params?.[0] : undefined;
      return [messageAt(passage.placeAt(column - 1), `${reason.replace(/\.$/, '')}. (${Check})`, nearest)];
    });
  },
});

/** @throws with Vale’s own words where it could not do what was asked, such as for want of settings. */
function alertsIn(stdout: string, stderr: string): ValeAlert[] {
  try {
    return Object.values(JSON.parse(stdout) as Record<string, ValeAlert[]>).flat();
  } catch {
    throw new Error(`Vale: ${(stderr || stdout).trim()}`);
  }
}
