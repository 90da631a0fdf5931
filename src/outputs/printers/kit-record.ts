import { recordOf } from '../../renderings/kit.ts';
import type { Printer } from '../output.ts';

export const print: Printer = (copy, options, address) => JSON.stringify(recordOf(copy, options, address), null, 2);
