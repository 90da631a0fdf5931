import { kitCopy } from '../../renderings/kit.ts';
import { toMarkdown } from '../../renderings/markdown.ts';
import type { Printer } from '../output.ts';

export const print: Printer = (copy) => toMarkdown(kitCopy(copy), copy.story.lang);
