import type { AstroPrerenderer } from 'astro';
import { expect, test } from 'vitest';
import { aloneAmong, inOrder, printedAmong } from '../../src/integration/order.ts';

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** A path of a route, as Astro has it. */
const at = (route: string, pathname: string): Path => {
  const params = [...route.matchAll(/\[([^\]]+)\]/g)].map(([, name]) => name);
  const pattern = new RegExp(`^${route.replace(/\/\[\.\.\.\w+\]/g, '(?:/(.*?))?').replace(/\[\w+\]/g, '([^/]+?)')}/?$`);
  return { pathname, route: { route, params, pattern } as Path['route'] };
};

const style = { prefix: '/', permalink: '/:slug/' };
const order = (paths: Path[]) => inOrder(paths, style).map(({ pathname }) => pathname);

test('what is made of a story comes together, and each feed in its formats; the rest stays where it is', () => {
  const made = [
    at('/archive', '/archive'),
    ...['/a', '/b'].map((id) => at('/lite/[id]', `/lite${id}`)),
    at('/topics', '/topics'),
    ...['/rss.xml', '/topics/x/rss.xml'].map((path) => at('/[...of]/rss.xml', path)),
    ...['/atom.xml', '/topics/x/atom.xml'].map((path) => at('/[...of]/atom.xml', path)),
    ...['/b', '/a'].map((id) => at('/[id].md', `${id}.md`)),
    ...['/a/', '/b/'].map((id) => at('/[id]', id)),
  ];
  expect(order(made)).toEqual([
    ...['/archive', '/lite/a', '/a.md', '/a/', '/lite/b', '/b.md', '/b/', '/topics'],
    ...['/rss.xml', '/atom.xml', '/topics/x/rss.xml', '/topics/x/atom.xml'],
  ]);
});

test('a page of the site’s own at a story’s address stays before it', () => {
  const made = [at('/lite/[id]', '/lite/a'), at('/[slug]', '/a/'), at('/[id]', '/a'), at('/[id]', '/b')];
  expect(order(made)).toEqual(['/lite/a', '/a/', '/a', '/b']);
});

test('what is printed is told by its story; a page that shares its address with another is not alone', () => {
  const made = [
    at('/lite/[id]', '/lite/a'),
    at('/[id].md', '/a.md'),
    at('/[id]', '/a/'),
    at('/[id].md', '/b.md'),
    at('/[file]', '/b.md'),
  ];
  const isAlone = aloneAmong(made);
  const alone = made.filter((path) => isAlone(path));
  expect(alone).toEqual(made.slice(0, 3));
  const printed = [...printedAmong(alone, style)].map(([id, files]) => [id, files.map(({ path }) => path.pathname)]);
  expect(printed).toEqual([['a', ['/lite/a', '/a.md']]]);
});
