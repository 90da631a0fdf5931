import type { CustomPlugin, XastElement } from 'svgo';
import { cut } from '../document/message.ts';
import type { Place } from '../document/place.ts';

/** What a drawing has that it may not have, in words, and where in its file. */
export interface DrawingFault extends Place {
  found: string;
  expected: string;
}

/** What only runs, frames or fetches something. */
const elements =
  /^(?:script|foreignObject|handler|listener|iframe|embed|object|audio|video|source|track|frame|applet)$/i;

/** Attributes that fetch or lead to something. */
const addresses = /^(?:href|src|srcset|data|action|formaction|poster|background|base)$/i;

const raster = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,/i;
const font = /^data:(?:font\/|application\/(?:x-)?font)/i;

/** What animates an attribute. */
const animations = /^(?:set|animate\w*)$/i;

const localOf = (name: string) => name.slice(name.lastIndexOf(':') + 1);

/** Browsers pass over these in an address, and read `\6a` in a style as its letter. */
const bare = (text: string) =>
  text
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) =>
      String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff)),
    )
    .replace(/[\u0000-\u0020\\]|\/\*.*?\*\//gs, '');

/** What a style fetches from elsewhere, if anything. */
function outsideIn(style: string): string | undefined {
  const css = bare(style);
  if (/@import/i.test(css)) return '@import';
  return [...css.matchAll(/(?:url|image(?:-set)?|src)\(["']?([^"')]*)/gi)]
    .map(([, address = '']) => address)
    .find((address) => address && !address.startsWith('#') && !raster.test(address) && !font.test(address));
}

/** What is wrong with one attribute, in words. */
function attributeFault(element: string, name: string, value: string): [found: string, expected: string] | undefined {
  const local = localOf(name);
  const address = bare(value);
  if (/^xmlns(?::|$)/.test(name))
    return /1999\/(?:xhtml|xsl)|mathml/i.test(value)
      ? ['elements of another language', 'shapes and text only']
      : undefined;
  if (/^on/i.test(local)) return [`“${name}”, which runs code`, 'shapes and text only'];
  if (animations.test(localOf(element)) && /^attributeName$/i.test(local) && /^(?:.*:)?(?:href|on\w*)$/i.test(address))
    return [`animation of “${cut(value)}”`, 'animation of shapes only'];
  if (/^(?:javascript|vbscript|data:text)/i.test(address)) return [`address “${cut(value)}”`, 'shapes and text only'];
  const outside =
    addresses.test(local) && address && !address.startsWith('#') && !raster.test(address) ? value : outsideIn(value);
  return outside ? [`address “${cut(outside)}”`, 'only what is in the file itself, such as “#shape”'] : undefined;
}

/**
 * What a drawing (SVG 2) has that could run code or fetch something: opened by itself, it is a page of the newsroom’s
 * site. Scripts and what runs them are found by SVGO’s `removeScripts`, too.
 *
 * @throws an error of SVGO, with line and column, for what is no XML.
 */
export async function checkDrawing(svg: string): Promise<DrawingFault[]> {
  const { optimize } = await import('svgo');
  const faults: DrawingFault[] = [];
  const refuse = (token: string, found: string, expected = 'shapes and text only') =>
    void faults.push({ ...placeOf(svg, token), found, expected });
  // What it stands for can be anything, and is read anew by each browser.
  if (/<!DOCTYPE[^>[]*\[/i.test(svg) || /<!ENTITY/i.test(svg)) {
    refuse('<!DOCTYPE', 'definitions of entities', 'a file that is saved as plain SVG');
    return faults;
  }
  const style = /<\?xml-stylesheet/i.exec(svg);
  if (style) refuse(style[0], 'style sheet of another file', 'only what is in the file itself, such as “#shape”');

  const before: Parts = new Map();
  const after: Parts = new Map();
  const look: CustomPlugin = {
    name: 'look',
    fn: () => ({
      element: {
        enter(node) {
          const { name, attributes, children } = node;
          before.set(node, Object.keys(attributes));
          if (elements.test(localOf(name))) refuse(`<${name}`, `<${name}>`);
          for (const [attribute, value] of Object.entries(attributes)) {
            const fault = attributeFault(name, attribute, value);
            if (fault) refuse(attribute, ...fault);
          }
          if (!/^style$/i.test(localOf(name))) return;
          const css = children.map((child) => ('value' in child ? child.value : '')).join('');
          const outside = outsideIn(css);
          if (outside)
            refuse(`<${name}`, `address “${cut(outside)}”`, 'only what is in the file itself, such as “#shape”');
        },
      },
    }),
  };
  optimize(svg, { plugins: [look, 'removeScripts', keep(after)] });
  if (!faults.length)
    faults.push(
      ...removed(before, after).map((name) => ({
        ...placeOf(svg, name),
        found: `“${name}”, which runs code`,
        expected: 'shapes and text only',
      })),
    );
  return faults;
}

type Parts = Map<XastElement, string[]>;

/** Notes what is left. */
const keep = (parts: Parts): CustomPlugin => ({
  name: 'keep',
  fn: () => ({ element: { enter: (node) => void parts.set(node, Object.keys(node.attributes)) } }),
});

/** The names of elements and attributes that are gone. */
const removed = (before: Parts, after: Parts): string[] =>
  [...before].flatMap(([node, attributes]) => {
    const left = after.get(node);
    return left ? attributes.filter((name) => !left.includes(name)) : [node.name];
  });

function placeOf(text: string, token: string): Place {
  const at = Math.max(0, text.toLowerCase().indexOf(token.toLowerCase()));
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
