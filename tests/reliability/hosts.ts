import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { headersFor } from '../../src/outputs/hosting/headers.ts';
import { fencesIn } from '../support/fences.ts';
import { headerRules, headersAt } from '../support/serve.ts';
import { frontmatter, makeSite } from '../support/site.ts';

/**
 * `npm run hosts`: builds a newsroom, starts the nginx, Apache and Caddy that this machine has with the recipes of
 * docs/hosting.md, and holds what they send against the file `_headers` and what the recipes promise.
 */

const PORT = 18_730;
const style = { site: 'https://news.example', base: '/', prefix: '/' };
const recipes = fencesIn(readFileSync(new URL('../../docs/hosting.md', import.meta.url), 'utf8'));
const recipe = (lang: string) => recipes.find((fence) => fence.lang === lang)!.code;

/** How each is started in the foreground, by a file of settings that has its recipe. */
const servers = {
  nginx: (folder: string, place: (text: string) => string) => {
    const [http = '', server = ''] = headersFor('nginx', style, '_astro').split(/(?=# Into the server block)/);
    const text = recipe('nginx')
      .replace('# The first part.', () => http)
      .replace('# The second part.', () => server);
    const around = `daemon off;\npid ${folder}/nginx.pid;\nerror_log stderr;\nevents {}\nhttp {\ninclude /etc/nginx/mime.types;\naccess_log off;\n${place(text)}}\n`;
    return ['nginx.conf', around, ['nginx', '-c', `${folder}/nginx.conf`]] as const;
  },
  apache: (folder: string, place: (text: string) => string) => {
    const modules = ['mpm_event', 'authz_core', 'headers', 'mime', 'dir', 'alias', 'filter', 'deflate'];
    const loads = modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so\n`).join('');
    const text = recipe('apache').replace(/# What .*/, () => headersFor('apache', style, '_astro'));
    const around = `${loads}ServerName localhost\nListen 127.0.0.1:${PORT}\nPidFile ${folder}/apache.pid\nErrorLog /dev/stderr\nUser www-data\nGroup www-data\nTypesConfig /etc/mime.types\nDirectoryIndex index.html\n${place(text)}`;
    return ['apache.conf', around, ['apache2', '-DFOREGROUND', '-f', `${folder}/apache.conf`]] as const;
  },
  caddy: (folder: string, place: (text: string) => string) => {
    const text = recipe('caddyfile').replace(/# What .*/, () => headersFor('caddy', style, '_astro'));
    const around = `{\nadmin off\nauto_https off\n}\n${place(text)}`;
    return [
      'Caddyfile',
      around,
      ['caddy', 'run', '--config', `${folder}/Caddyfile`, '--adapter', 'caddyfile'],
    ] as const;
  },
};

const site = makeSite({
  'content/explainers/story.mdx': `${frontmatter('aliases: [/former/]\n')}\n${'Words of a story. '.repeat(99)}\n`,
  'content/ledger/gone.yaml': '- { address: /gone/, date: 2026-02-01, why: A court forbade it. }\n',
});
const { code, output } = await site.build();
if (code) throw new Error(output);
site.write('dist/_astro/drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
const rules = headerRules(site.read('dist/_headers'));

let faults = 0;
for (const [host, settingsOf] of Object.entries(servers)) {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-host-'));
  // Servers leave the rights of whoever started them.
  chmodSync(folder, 0o755);
  const root = join(folder, 'dist');
  cpSync(join(site.root, 'dist'), root, { recursive: true });
  const [name, text, [command = '', ...args]] = settingsOf(folder, (given) =>
    given
      .replaceAll('/srv/explainers/dist', root)
      .replace(/(listen |:)80\b/, `$1${PORT}`)
      .replace(/^explainers\.example \{/m, `http://127.0.0.1:${PORT} {`),
  );
  writeFileSync(join(folder, name), text);
  const server = spawn(command, args, {
    stdio: ['ignore', 'ignore', process.argv.includes('--verbose') ? 'inherit' : 'ignore'],
  });
  const failed = new Promise<string>((resolve) => server.once('error', (error) => resolve(String(error))));
  const failure = await Promise.race([failed, wait(1500)]);
  if (typeof failure === 'string') console.log(`${host}: not tried (${failure})`);
  else {
    const files = [
      'index.html',
      'story/index.html',
      'story.md',
      'story.txt',
      'rss.xml',
      'feed.json',
      '_astro/drawing.svg',
    ];
    const found = (await Promise.all([...files.map(compare), keepsItsPromises(host)])).flat();
    faults += found.length;
    console.log(`${host}: ${files.length} files and the recipe’s promises, ${found.length} faults`);
    for (const line of found) console.log(`  ${line}`);
    server.kill();
  }
  await wait(500);
  rmSync(folder, { recursive: true, force: true });
}
site.dispose();
process.exitCode = faults ? 1 : 0;

function ask(path: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${PORT}${path}`, { redirect: 'manual' });
}

/** What a server sends for a file and should not, by header. */
async function compare(file: string): Promise<string[]> {
  const path = `/${file.replace(/index\.html$/, '')}`;
  const { headers, status } = await ask(path);
  if (status !== 200) return [`${path}: ${status}, expected 200`];
  return [...headersAt(rules, path)].flatMap(([name, value]) => {
    // Where two rules give a policy, hosts of _headers send both; servers send the one that says more.
    const wanted = name === 'Content-Security-Policy' ? value.split(', ')[0] : value;
    const sent = headers.get(name)?.toLowerCase();
    const isSame =
      sent === wanted?.toLowerCase() ||
      (/xml/.test(wanted ?? '') && /^(text|application)\/xml; ?charset=utf-8$/.test(sent ?? ''));
    return isSame ? [] : [`${path} ${name}: ${sent ?? 'nothing'}, expected ${wanted}`];
  });
}

/** A page for what is not there, folders with their slash, compression, and former addresses. */
async function keepsItsPromises(host: string): Promise<string[]> {
  const lead = (await ask('/former/')).status;
  const gone = (await ask('/gone/')).status;
  const missing = await ask('/nothing/');
  const folder = await ask('/story');
  // Caddy has no file of rules: pages lead on.
  const [leads, ends] = host === 'caddy' ? [200, 200] : [301, 410];
  const compressed = await Promise.all(
    ['/', '/story.md', '/rss.xml'].map(async (path) => [path, await ask(path)] as const),
  );
  const told: [string, boolean][] = [
    [
      `/nothing/: ${missing.status}, without its page`,
      missing.status === 404 && (await missing.text()).includes('lang="en"'),
    ],
    [`/nothing/ without its policy`, missing.headers.get('content-security-policy') !== null],
    [
      `/story: ${folder.status}`,
      [301, 308].includes(folder.status) && new URL(folder.headers.get('location')!, 'http://a').pathname === '/story/',
    ],
    [`/former/: ${lead}`, lead === leads],
    [`/gone/: ${gone}`, gone === ends],
    ...compressed.map(([path, { headers }]): [string, boolean] => [
      `${path} uncompressed`,
      ['gzip', 'zstd', 'br'].includes(headers.get('content-encoding') ?? ''),
    ]),
  ];
  return told.filter(([, isKept]) => !isKept).map(([what]) => what);
}
