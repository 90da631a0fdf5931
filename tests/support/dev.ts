import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Site } from './site.ts';

const astro = fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url));

/** A site in `astro dev`, in a process of its own. */
export interface DevServer {
  url: string;
  pid: number;
  /** What it has printed so far. */
  printed: () => string;
  /** A page, as a browser gets it. @param path from the root of the site. */
  page: (path: string) => Promise<string>;
  /** Saves a file as a person would: Vite’s watcher passes over a change that comes within 50 ms of another. */
  save: (path: string, contents: string) => Promise<void>;
  stop: () => Promise<void>;
}

/** Starts `astro dev`. @throws with what it printed, when it ends before it is ready. */
export async function startDev(site: Pick<Site, 'root'> & Partial<Pick<Site, 'write'>>): Promise<DevServer> {
  let printed = '';
  const child = spawn(
    process.execPath,
    [astro, 'dev', '--root', site.root, '--port', '0', '--host', '127.0.0.1', '--ignore-lock'],
    {
      cwd: site.root,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', NODE_ENV: 'development', VITEST: '' },
    },
  );
  const ended = once(child, 'exit');
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
        if (address) resolve(address);
      });
    child.on('exit', () => reject(new Error(printed)));
  });
  return {
    url,
    pid: child.pid!,
    printed: () => printed,
    page: async (path) => (await fetch(`${url}${path}`, { headers: { accept: 'text/html' } })).text(),
    save: async (path, contents) => {
      await setTimeout(200);
      site.write?.(path, contents);
    },
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
