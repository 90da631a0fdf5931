import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { headersFor } from '../../src/outputs/hosting/headers.ts';
import type { Host } from '../../src/outputs/hosting/headers.ts';
import { headerRules, headersAt } from '../support/serve.ts';

/**
 * `npm run hosts`: starts the nginx, Apache and Caddy that this machine has with the settings that
 * `nutgraf headers` prints, and compares what they send with the file `_headers`.
 */

const files = [
  'index.html',
  'story/index.html',
  'story.md',
  'story.txt',
  'rss.xml',
  'feed.json',
  '_astro/a.svg',
  '_astro/b.js',
];

const PORT = 18_730;

/** How each is started in the foreground, with its settings and a root to serve. */
const servers: Record<
  Exclude<Host, '_headers'>,
  (folder: string, root: string, given: string) => [file: string, text: string, command: string[]]
> = {
  nginx: (folder, root, given) => {
    const [http = '', server = ''] = given.split(/(?=# Into the server block)/);
    const text = `daemon off;\npid ${folder}/nginx.pid;\nerror_log stderr;\nevents {}\nhttp {\ninclude /etc/nginx/mime.types;\naccess_log off;\n${http}\nserver { listen 127.0.0.1:${PORT}; root ${root};\n${server}\n} }\n`;
    return ['nginx.conf', text, ['nginx', '-c', `${folder}/nginx.conf`]];
  },
  apache: (folder, root, given) => {
    const modules = ['mpm_event', 'authz_core', 'headers', 'mime', 'dir'];
    const loads = modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so\n`).join('');
    writeFileSync(join(root, '.htaccess'), given);
    const text = `${loads}ServerName localhost\nListen 127.0.0.1:${PORT}\nPidFile ${folder}/apache.pid\nErrorLog /dev/stderr\nUser www-data\nGroup www-data\nTypesConfig /etc/mime.types\nDirectoryIndex index.html\nDocumentRoot ${root}\n<Directory ${root}>\nAllowOverride All\nRequire all granted\n</Directory>\n`;
    return ['apache.conf', text, ['apache2', '-DFOREGROUND', '-f', `${folder}/apache.conf`]];
  },
  caddy: (folder, root, given) => {
    const text = `{\nadmin off\nauto_https off\n}\nhttp://127.0.0.1:${PORT} {\nroot * ${root}\nfile_server\n${given}\n}\n`;
    return ['Caddyfile', text, ['caddy', 'run', '--config', `${folder}/Caddyfile`, '--adapter', 'caddyfile']];
  },
};

const style = { site: 'https://news.example', base: '/', prefix: '/' };
const rules = headerRules(headersFor('_headers', style, '_astro'));
let faults = 0;
for (const [host, settingsOf] of Object.entries(servers) as [keyof typeof servers, (typeof servers)['nginx']][]) {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-host-'));
  // Servers leave the rights of whoever started them.
  chmodSync(folder, 0o755);
  const root = join(folder, 'site');
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), 'x');
  }
  const [name, text, [command = '', ...args]] = settingsOf(folder, root, headersFor(host, style, '_astro'));
  writeFileSync(join(folder, name), text);
  const server = spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const failed = new Promise<string>((resolve) => server.once('error', (error) => resolve(String(error))));
  const failure = await Promise.race([failed, wait(1500)]);
  if (typeof failure === 'string') console.log(`${host}: not tried (${failure})`);
  else {
    const found = (await Promise.all(files.map((file) => compare(file)))).flat();
    faults += found.length;
    console.log(`${host}: ${files.length} files, ${found.length} differ from _headers`);
    for (const line of found) console.log(`  ${line}`);
    server.kill();
  }
  await wait(500);
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = faults ? 1 : 0;

/** What a server sends for a file and should not, by header. */
async function compare(file: string): Promise<string[]> {
  const path = `/${file.replace(/index\.html$/, '')}`;
  const { headers } = await fetch(`http://127.0.0.1:${PORT}${path}`);
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
