import { letterOf, toMailText } from '../../renderings/letter.ts';
import type { Printer } from '../output.ts';

export const print: Printer = (copy, options, address) => toMailText(letterOf(copy, address), options);
