import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What is looked at in a page that is open in the browser. */

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * The violations of axe rules with one of these tags, such as `wcag2aa`: a line for each element.
 * Ask for `wcag2aa` together with `wcag2aaa`: the stricter rule of contrast leaves out what already
 * fails the other one.
 */
export async function auditAxe(page: Page, tags: string[]): Promise<string[]> {
  // As a debugger would, not as a script element: the page's Content-Security-Policy may forbid those.
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async (values) => {
    const { axe: audit } = globalThis as unknown as { axe: typeof axe };
    // axe passes a page when a tag is misspelt, since no rule then runs.
    const unknown = values.filter((tag) => audit.getRules([tag]).length === 0);
    if (unknown.length > 0) throw new Error(`Unexpected axe tag “${unknown.join('”, “')}”: no rule has it.`);
    return (await audit.run(document, { runOnly: { type: 'tag', values } })).violations;
  }, tags);
  return violations.flatMap(linesOf);
}

const linesOf = ({ id, impact, help, nodes }: axe.Result): string[] =>
  nodes.map((node) => {
    const why = (node.failureSummary ?? '')
      .split('\n')
      .slice(1)
      .map((line) => line.trim());
    return `${id} (${impact}): ${help}: ${node.target.join(' ')}: ${why.join('; ')}`;
  });

/**
 * What does not fit in the width of the window: the document when it scrolls sideways, and the
 * innermost elements that reach out of it. What stands in a box that scrolls or clips by itself
 * does not count; clipping by the whole page does, as the words cut off can then never be read.
 */
export function overflows(page: Page): Promise<string[]> {
  // A phone's window grows with what overflows it, so the width that was asked for is the measure.
  return page.evaluate((asked) => {
    const width = asked ?? window.innerWidth;
    const root = document.documentElement;
    const keepsInside = (element: Element) => getComputedStyle(element).overflowX !== 'visible';
    // What a drawing reaches is its box: browsers do not agree on how far it would scroll.
    const edge = (element: Element) => {
      const { left, right } = element.getBoundingClientRect();
      return (
        window.scrollX +
        (keepsInside(element) || !(element instanceof HTMLElement)
          ? right
          : Math.max(right, left + element.scrollWidth))
      );
    };
    const boxed = (element: Element): boolean => {
      const box = element.parentElement;
      return box !== null && box !== document.body && (keepsInside(box) || boxed(box));
    };
    const reachesOut = (element: Element) => {
      const shown = element.getClientRects().length > 0;
      return shown && edge(element) > width + 0.5 && !boxed(element);
    };
    const name = (element: Element) =>
      element.localName + (element.id && `#${element.id}`) + [...element.classList].map((part) => `.${part}`).join('');
    const wide = [...document.body.querySelectorAll('*')].filter(reachesOut);
    const innermost = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
    const lines = innermost.map(
      (element) => `${name(element)} reaches to ${Math.ceil(edge(element))} px in a window of ${width} px`,
    );
    if (root.scrollWidth > width)
      lines.unshift(`the document is ${root.scrollWidth} px wide in a window of ${width} px`);
    return lines;
  }, page.viewportSize()?.width);
}

/**
 * What the keyboard alone cannot reach, open and close again: buttons that open a card, and details.
 * Needs no script in the page.
 */
export async function closedToKeyboard(page: Page): Promise<string[]> {
  const openers = page.locator('button[popovertarget]:visible, summary:visible');
  const names = await openers.evaluateAll((all) =>
    all.map((one, index) => (one.setAttribute('data-opener', `${index}`), one.textContent.trim())),
  );
  const left = new Set(names.keys());
  const failures: string[] = [];
  const isOpen = () =>
    page.evaluate(() =>
      Boolean(document.querySelector(':popover-open') ?? document.activeElement?.closest('details')?.open),
    );
  // Each stop of the keyboard at most once, whatever stands between two openers.
  for (let presses = 0; left.size && presses < 1000; presses += 1) {
    await page.keyboard.press('Tab');
    const opener = await page.evaluate(() => document.activeElement?.getAttribute('data-opener'));
    if (!opener || !left.delete(Number(opener))) continue;
    await page.keyboard.press('Enter');
    if (!(await isOpen())) failures.push(`“${names[Number(opener)]}” does not open`);
    await page.keyboard.press((await page.locator(':popover-open').count()) ? 'Escape' : 'Enter');
    if (await isOpen()) failures.push(`“${names[Number(opener)]}” does not close`);
  }
  return [...failures, ...[...left].map((index) => `“${names[index]}” is not reached`)];
}
