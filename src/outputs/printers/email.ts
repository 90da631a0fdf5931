import { letterOf, toMail } from '../../renderings/letter.ts';
import type { Printer } from '../output.ts';

export const print: Printer = (copy, options, address) => toMail(letterOf(copy, address), options);
