import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { isError } from '../../document/message.ts';
import { toHtml } from '../../renderings/html.ts';
import type { Message } from '../../document/message.ts';
import type { Verdict } from './compare.ts';

/** What became of a copy. */
export interface Verified {
  partner?: string;
  story: string;
  copy: string;
  verdict: Verdict | 'unread';
  /** SHA-256 of the words that it was held against. */
  digest?: string;
  findings: Message[];
  /** Why it could not be read. */
  unread?: string;
}

const style = `body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;padding:.5rem;border-bottom:1px solid #8888}td ul{margin:0;padding-inline-start:1.2em}.faithful{color:#1a6b2f}.altered,.earlier,.unread,.other,.translated{color:#a4161a}@media(prefers-color-scheme:dark){:root{color-scheme:dark}.faithful{color:#7ddb95}.altered,.earlier,.unread,.other,.translated{color:#ff9b9b}}`;

/** A page for editors: each partner’s copy, and what there is to say of it. */
export function copiesReport(copies: readonly Verified[]): string {
  const faithful = copies.filter(({ verdict }) => verdict === 'faithful').length;
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
    h('meta', { name: 'robots', content: 'noindex' }),
    h('title', 'Copies of our stories'),
    h('style', style),
  ]);
  const table = h('table', [
    h(
      'thead',
      h(
        'tr',
        ['Partner', 'Story', 'Verdict', 'What there is to say'].map((name) => h('th', { scope: 'col' }, name)),
      ),
    ),
    h('tbody', copies.map(rowOf)),
  ]);
  const body = h('body', [
    h('h1', 'Copies of our stories'),
    h('p', `${faithful} of ${copies.length} are faithful.`),
    table,
  ]);
  return toHtml({ type: 'root', children: [{ type: 'doctype' }, h('html', { lang: 'en' }, [head, body])] });
}

function rowOf({ partner = '', story, copy, verdict, findings, unread }: Verified): ElementContent {
  const isWeb = /^https?:\/\//.test(copy);
  const errors = findings.filter(isError);
  const notes = findings.length - errors.length;
  return h('tr', [
    h('th', { scope: 'row' }, partner),
    h('td', isWeb ? h('a', { href: copy }, story) : `${story} (${copy})`),
    h('td', { className: [verdict] }, verdict),
    h('td', [
      ...(unread ? [unread] : []),
      ...(errors.length
        ? [
            h(
              'ul',
              errors.map(({ reason }) => h('li', reason)),
            ),
          ]
        : []),
      ...(notes ? [h('p', `${notes} ${notes === 1 ? 'note' : 'notes'} on what the page has of its own`)] : []),
    ]),
  ]);
}
