import { execFileSync } from 'node:child_process';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keys } from '../../src/commands/keys.ts';
import { verify } from '../../src/commands/verify.ts';
import { routesOf } from '../../src/integration/routes.ts';
import { signerOf } from '../../src/integration/keys.ts';
import { keysFile } from '../../src/outputs/keys-file.ts';
import { print } from '../../src/outputs/printers/kit-record.ts';
import { copyOf } from '../../src/renderings/copy.ts';
import { canonicalJson, isSigned, keyIdOf, publicPartOf, signatureOf } from '../../src/renderings/signature.ts';
import type { KitRecord } from '../../src/renderings/kit.ts';
import { address, optionsWith, storyWith } from '../support/stories.ts';

/** Whose a copy is: keys, signatures, and what may not become public. */

let folder: string;
const said: string[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nutgraf-keys-'));
  put(
    'astro.config.mjs',
    `export default { integrations: [{ name: 'nutgraf', options: { content: './content', timeZone: 'UTC' } }] };`,
  );
  said.length = 0;
  vi.spyOn(console, 'log').mockImplementation((words: string) => void said.push(words));
  vi.spyOn(console, 'error').mockImplementation((words: string) => void said.push(words));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

function put(name: string, contents: string) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, contents);
}
const pemIn = (name: string) => readFileSync(join(folder, name), 'utf8');
const madeKey = () => generateKeyPairSync('ed25519').privateKey;
const pemOf = (key: ReturnType<typeof madeKey>) => key.export({ type: 'pkcs8', format: 'pem' }).toString();

describe('a signature', () => {
  test('is over JSON in one way only', () => {
    expect(canonicalJson({ b: [1, { d: undefined, c: '“ü”\n' }], a: null })).toBe('{"a":null,"b":[1,{"c":"“ü”\\n"}]}');
    // RFC 8785, 3.2.3: by code units, not by letters.
    expect(
      canonicalJson({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }),
    ).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  test('is the one that RFC 8032 has for a key', () => {
    // Section 7.1, test 1: the public key of the private key 9d61b19d….
    const pkcs8 = Buffer.from(
      `302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60`,
      'hex',
    );
    const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
    expect(Buffer.from(publicPartOf(key), 'base64url').toString('hex')).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    );
    expect(keyIdOf(publicPartOf(key))).toBe('21fe31dfa154a261');
  });

  test('holds for what was signed and for nothing else', () => {
    const key = madeKey();
    const record = { id: 'a', text: 'Words.', corrections: [] };
    const signature = signatureOf(record, key);
    const own = publicPartOf(key);
    expect(isSigned({ corrections: [], text: 'Words.', id: 'a', signature }, signature, own)).toBe(true);
    expect(isSigned({ ...record, text: 'Words' }, signature, own)).toBe(false);
    expect(isSigned({ ...record, more: 1 }, signature, own)).toBe(false);
    expect(isSigned(record, signature, publicPartOf(madeKey()))).toBe(false);
    expect(isSigned(record, { value: 'no' }, 'no')).toBe(false);
  });
});

const copy = () =>
  copyOf(
    storyWith({ above: { licence: { name: 'CC BY 4.0' } } }),
    { type: 'root', children: [{ type: 'text', value: 'They spoke for an hour on the phone.' }] },
    [],
    optionsWith(),
    address,
  );

describe('a record', () => {
  test('is signed where there are keys, and never else', () => {
    const key = madeKey();
    const options = { ...optionsWith(), keys: [{ publicKey: publicPartOf(key), since: '2026-01-01' }] };
    expect(JSON.parse(print(copy(), options, address))).not.toHaveProperty('signature');
    vi.stubEnv('NUTGRAF_KEY', pemOf(key));
    const record = JSON.parse(print(copy(), options, address)) as KitRecord;
    expect(record.signature?.key).toBe(keyIdOf(publicPartOf(key)));
    expect(isSigned(record, record.signature!, publicPartOf(key))).toBe(true);
    expect(JSON.parse(print(copy(), optionsWith(), address))).not.toHaveProperty('signature');
  });

  test('can be checked by anybody: the keys have an address of their own where there are some', () => {
    const own = { publicKey: publicPartOf(madeKey()), since: '2026-01-01', until: '2026-02-01' };
    expect(JSON.parse(keysFile({ name: 'The Example', keys: [own] }, 'https://news.example/corrections.json'))).toEqual(
      {
        newsroom: 'The Example',
        corrections: 'https://news.example/corrections.json',
        keys: [{ id: keyIdOf(own.publicKey), algorithm: 'Ed25519', ...own }],
      },
    );
    const patterns = (keysOf: (typeof own)[]) =>
      routesOf({ ...optionsWith(), keys: keysOf }).map(({ pattern }) => pattern);
    expect(patterns([own])).toContain('/.well-known/nutgraf.json');
    expect(patterns([])).not.toContain('/.well-known/nutgraf.json');
  });
});

describe('nutgraf keys', () => {
  test('writes a private key that only its owner can read and Git ignores, and prints the public one', async () => {
    put('.gitignore', 'dist/');
    expect(await keys([], folder)).toBe(0);
    expect(statSync(join(folder, 'nutgraf.key')).mode & 0o077).toBe(0);
    expect(pemIn('.gitignore')).toBe('dist/\n/nutgraf.key\n');
    const own = publicPartOf(createPrivateKey(pemIn('nutgraf.key')));
    expect(said.join('\n')).toContain(`publicKey: '${own}'`);
    expect(said.join('\n')).not.toContain('PRIVATE');
    // A key is never written over.
    const before = pemIn('nutgraf.key');
    expect(await keys([], folder)).toBe(1);
    expect(pemIn('nutgraf.key')).toBe(before);
  });

  test.each(['public/a.key', 'dist/a.key', 'content/a.key', 'src/a.key'])(
    'refuses to write one to %s',
    async (place) => {
      expect(await keys(['--out', place], folder)).toBe(1);
      expect(said[0]).toContain(`Unexpected place of the private key, ${place}: expected it outside`);
      expect(existsSync(join(folder, place))).toBe(false);
    },
  );
});

describe('a build stops before a private key becomes public', () => {
  const signer = (place: string, own: string) =>
    signerOf(
      { keys: [{ publicKey: own, since: '2026-01-01' }] },
      { folders: [join(folder, 'public')], root: folder },
      { NUTGRAF_KEY: place.includes('BEGIN') ? place : join(folder, place) },
    );

  test('in a folder that is published, or in Git', () => {
    const key = madeKey();
    put('public/a.key', pemOf(key));
    put('a.key', pemOf(key));
    const own = publicPartOf(key);
    expect(() => signer('public/a.key', own)).toThrow('expected it outside public/, which is published.');
    expect(signer('a.key', own)).toBe(keyIdOf(own));
    execFileSync('git', ['init', '-q'], { cwd: folder });
    execFileSync('git', ['add', '-f', 'a.key'], { cwd: folder });
    expect(() => signer('a.key', own)).toThrow('Unexpected private key in Git, a.key');
    expect(signer(pemOf(key), own)).toBe(keyIdOf(own));
  });

  test('and where the key is not the newsroom’s, or none', () => {
    const key = madeKey();
    put('a.key', pemOf(key));
    put('b.key', 'words');
    expect(() => signer('a.key', publicPartOf(madeKey()))).toThrow(`Its own is “${publicPartOf(key)}”.`);
    expect(() => signer('b.key', publicPartOf(key))).toThrow('expected a private key of Ed25519 in PEM');
    expect(() => signer('c.key', publicPartOf(key))).toThrow('Unknown file');
    expect(signerOf({ keys: [] }, { folders: [], root: folder }, { NUTGRAF_KEY: 'x' })).toBe('');
  });
});

describe('nutgraf verify --record', () => {
  const key = madeKey();
  const own = publicPartOf(key);
  const record = () => {
    vi.stubEnv('NUTGRAF_KEY', pemOf(key));
    return JSON.parse(
      print(copy(), { ...optionsWith(), keys: [{ publicKey: own, since: '2026-01-01' }] }, address),
    ) as KitRecord;
  };
  const run = async (...args: string[]) => {
    said.length = 0;
    const code = await verify(args, folder);
    return { code, output: said.join('\n') };
  };
  const site = (current: KitRecord) => {
    put(
      'dist/.well-known/nutgraf.json',
      keysFile({ name: 'The Example', keys: [{ publicKey: own, since: '2026-01-01' }] }, undefined),
    );
    put(`dist/republish/${current.id}/story.json`, JSON.stringify(current));
  };

  test('says whose a record is and of which day', async () => {
    const mine = record();
    site(mine);
    put('taken.json', JSON.stringify(mine));
    const { code, output } = await run('--record', 'taken.json');
    expect(code).toBe(0);
    expect(output).toContain(`Signed by The Example, key ${keyIdOf(own)}: the version of 2026-01-08.`);
  });

  test('finds one that was altered, and one of another key', async () => {
    const mine = record();
    site(mine);
    put('taken.json', JSON.stringify({ ...mine, text: `${mine.text} More.` }));
    expect(await run('--record', 'taken.json')).toMatchObject({
      code: 1,
      output: expect.stringContaining('It was altered since.') as string,
    });
    put('taken.json', JSON.stringify({ ...mine, signature: signatureOf(mine, madeKey()) }));
    expect(await run('--record', 'taken.json')).toMatchObject({
      code: 1,
      output: expect.stringContaining('Unexpected key') as string,
    });
  });

  test('tells which corrections have come since', async () => {
    const mine = record();
    const later = {
      ...mine,
      digest: 'other',
      updated: '2026-02-01',
      corrections: [{ date: '2026-02-01', text: 'It was two hours.' }],
    };
    site({ ...later, signature: signatureOf(later, key) });
    put('taken.json', JSON.stringify(mine));
    const { code, output } = await run('--record', 'taken.json');
    expect(code).toBe(1);
    expect(output).toContain('Missing correction of 2026-02-01, later than this version: expected “It was two hours.”');
    expect(output).toContain('This is the version of 2026-01-08. The story has changed since, last on 2026-02-01.');
    expect(output).toContain('a copy of an earlier version.');
  });

  test('says what is no record', async () => {
    put('taken.json', '{}');
    expect(await run('--record', 'taken.json')).toEqual({
      code: 2,
      output: 'Unexpected taken.json: expected the record of a story, story.json of a republish kit.',
    });
  });
});
