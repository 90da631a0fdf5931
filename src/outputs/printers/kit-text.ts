import { kitCopy } from '../../renderings/kit.ts';
import { toText } from '../../renderings/text.ts';
import type { Printer } from '../output.ts';

export const print: Printer = (copy) => toText(kitCopy(copy), copy.story.lang);
