import type { Root } from 'hast';
import { h } from 'hastscript';
import { describe, expect, test } from 'vitest';
import { mapElements } from '../../src/document/map.ts';
import { recent, remembering } from '../../src/stories/recent.ts';

describe('a tree with its elements changed', () => {
  const deleted = h('del', 'x');
  const [first, second] = [h('p', [h('a', { href: '#x' }, 'A'), ' b']), h('p', deleted)];
  const tree: Root = { type: 'root', children: [first, second] };

  test('has each element changed from the inside out, and shares what stays', () => {
    const changed = mapElements(tree, (node) =>
      node.tagName === 'a' || node.children.some((child) => child.type === 'element' && child.tagName === 'i')
        ? { ...node, tagName: 'i' }
        : node,
    );
    expect(changed.children).toEqual([h('i', [h('i', { href: '#x' }, 'A'), ' b']), second]);
    expect(changed.children[1]).toBe(second);
    expect(first).toEqual(h('p', [h('a', { href: '#x' }, 'A'), ' b']));
  });

  test('is the same where nothing changes', () => {
    expect(mapElements(tree, (node) => node)).toBe(tree);
  });

  test('may have other nodes in the place of elements', () => {
    const changed = mapElements(tree, (node) => (node === deleted ? { type: 'text', value: 'gone' } : node));
    expect(changed.children[1]).toEqual(h('p', 'gone'));
  });
});

describe('what is made of the last few things', () => {
  const made: string[] = [];
  const make = recent(2, (of: string) => {
    made.push(of);
    return of.toUpperCase();
  });

  test('is made once while it is in use, and anew after others', () => {
    expect(['a', 'b', 'a', 'c', 'a', 'b'].map(make)).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });
});

test('what is made of a thing is kept as long as the thing, and made once', () => {
  const made: object[] = [];
  const make = remembering((of: { name: string }) => {
    made.push(of);
    return { of };
  });
  const [one, other] = [{ name: 'a' }, { name: 'a' }];
  expect(make(one)).toBe(make(one));
  expect(make(one)).toEqual({ of: one });
  expect(make(other)).not.toBe(make(one));
  expect(made).toEqual([one, other]);
});
