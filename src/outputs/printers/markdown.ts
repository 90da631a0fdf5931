import { wholeOf } from '../../renderings/copy.ts';
import { toMarkdown } from '../../renderings/markdown.ts';
import type { Printer } from '../output.ts';

export const print: Printer = (copy) => toMarkdown(wholeOf(copy), copy.story.lang);
