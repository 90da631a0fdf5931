import { wholeOf } from '../../renderings/copy.ts';
import { toText } from '../../renderings/text.ts';
import type { Printer } from '../output.ts';

export const print: Printer = (copy) => toText(wholeOf(copy), copy.story.lang);
