import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { frontmatter, makeSite } from '../support/site.ts';
import type { Site } from '../support/site.ts';

const rule = (name: string, check: string) => `import { defineRule, matchesIn, messageAt } from 'nutgraf/rule';

export default defineRule({ name: '${name}', severity: 'warning', check: ${check} });
`;

const noBridge = `(prose) =>
    [...matchesIn(prose, /\\bspan\\b/gi)].map(({ place }) => messageAt(place, 'Unexpected “span”: expected “bridge”.', 'bridge'))`;

describe('a rule of a newsroom’s own', () => {
  let site: Site;
  beforeAll(() => {
    site = makeSite({
      'content/explainers/span.mdx': `${frontmatter()}The span is open.\n\n<WhyItMatters>\nIt is the only one.\n</WhyItMatters>\n`,
      'src/nutgraf/rules/say-bridge.ts': rule('say-bridge', noBridge),
      'src/nutgraf/rules/.draft.ts': 'not read',
      'src/nutgraf/rules/README.md': 'not read',
    });
  });
  afterAll(() => site.dispose());

  const check = async () => {
    const { code, output } = await site.nutgraf('check');
    return { code, output };
  };
  const asked = 'content/explainers/span.mdx:8:5  warning  Unexpected “span”: expected “bridge”.';

  test('is asked with ours, also from the cache', async () => {
    const first = await check();
    expect(first).toMatchObject({ code: 0 });
    expect(first.output).toContain(`${asked}\n  Did you mean “bridge”?  [say-bridge]`);
    expect(first.output).toContain('1 warning in 1 file.');
    expect(await check()).toEqual(first);
  });

  test('is asked anew when it, or a file beside it, has changed', async () => {
    site.write('src/nutgraf/rules/lists/words.ts', 'export const meant = "crossing";\n');
    const imported = rule('say-bridge', noBridge.replace("'bridge'", 'meant'));
    site.write('src/nutgraf/rules/say-bridge.ts', `import { meant } from './lists/words.ts';\n${imported}`);
    expect((await check()).output).toContain('Did you mean “crossing”?');
    site.write('src/nutgraf/rules/lists/words.ts', 'export const meant = "viaduct";\n');
    expect((await check()).output).toContain('Did you mean “viaduct”?');
    site.write('src/nutgraf/rules/say-bridge.ts', rule('say-bridge', noBridge));
  });

  test('can be set by name, and a story can allow itself one', async () => {
    const [config, story] = [site.read('astro.config.mjs'), site.read('content/explainers/span.mdx')];
    site.write('astro.config.mjs', config.replace('name:', "desk: { 'say-bridge': 'error' }, name:"));
    expect(await check()).toMatchObject({
      code: 1,
      output: expect.stringContaining(asked.replace('warning', 'error')) as string,
    });
    site.write(
      'content/explainers/span.mdx',
      story.replace('---\n', '---\nallow: { say-bridge: It is called that. }\n'),
    );
    expect(await check()).toEqual({ code: 0, output: 'All is in order.\n' });
    site.write('astro.config.mjs', config);
    site.write('content/explainers/span.mdx', story);
  });

  test('stands in place of ours of its name', async () => {
    site.write('src/nutgraf/rules/nut-graf.ts', rule('nut-graf', `() => [messageAt({ line: 2, column: 1 }, 'Ours.')]`));
    expect((await check()).output).toContain('span.mdx:2:1  warning  Ours.  [nut-graf]');
    site.remove('src/nutgraf/rules/nut-graf.ts');
  });

  test('that is not right is told of, and the others are asked', async () => {
    const broken: Record<string, [code: string, told: RegExp]> = {
      unread: [
        'export default {\n  name: bro ken\n};\n',
        /unread\.ts:\d+:\d+ {2}error {2}Unexpected code, “.+”: expected a rule of the desk that can be loaded\. {2}\[rule-valid\]/,
      ],
      imports: ["import './nowhere.ts';\n", /imports\.ts:1:1 {2}error {2}Unexpected code, “Cannot find module/],
      throws: ["\n\nthrow new Error('no luck');\n", /throws\.ts:3:7 {2}error {2}Unexpected code, “no luck”/],
      named: [
        rule('other', '() => []'),
        /named\.ts:1:1 {2}error {2}Unexpected export: expected this rule as what the file exports by default, defineRule\(\{ name: 'named'/,
      ],
      none: ['export const check = 1;\n', /none\.ts:1:1 {2}error {2}Unexpected export/],
      fails: [
        rule('fails', '({ data }) => data.nothing.length'),
        /span\.mdx:1:1 {2}warning {2}Unexpected fault of the rule, “Cannot read properties of undefined \(reading 'length'\)”: expected messages\. {2}\[fails\]/,
      ],
      words: [
        rule('words', "() => ['bad']"),
        /span\.mdx:1:1 {2}warning {2}Unexpected fault of the rule, “.+”: expected messages\. {2}\[words\]/,
      ],
      nothing: [
        rule('nothing', '() => undefined'),
        /span\.mdx:1:1 {2}warning {2}Unexpected fault of the rule, “.+”: expected messages\. {2}\[nothing\]/,
      ],
    };
    for (const [name, [code]] of Object.entries(broken)) site.write(`src/nutgraf/rules/${name}.ts`, code);
    const { output } = await check();
    for (const [name, [, told]] of Object.entries(broken)) {
      expect(output).toMatch(told);
      site.remove(`src/nutgraf/rules/${name}.ts`);
    }
    expect(output).toContain(asked);
    expect(output).not.toMatch(/\n\s+at /);
  });

  test('is made by “nutgraf new rule”, and is right as it stands', async () => {
    const { output } = await site.nutgraf('new', 'rule', 'house-style');
    expect(output).toBe('Made src/nutgraf/rules/house-style.ts.\n');
    expect((await check()).output).toContain('1 warning in 1 file.');
    expect(await site.nutgraf('new', 'rule', 'house-style')).toMatchObject({
      code: 2,
      output: 'Unexpected second rule “house-style”: expected another name.\n',
    });
    expect(await site.nutgraf('new', 'rule', 'House Style')).toMatchObject({
      code: 2,
      output: 'Unexpected name “House Style”: expected one such as house-style, of lower-case letters and hyphens.\n',
    });
  });
});
