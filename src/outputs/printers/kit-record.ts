import { recordOf } from '../../renderings/kit.ts';
import { signatureOf } from '../../renderings/signature.ts';
import type { Printer } from '../output.ts';
import { signingKey } from '../signing.ts';

export const print: Printer = (copy, options, address) => {
  const record = recordOf(copy, options, address);
  const key = options.keys.length ? signingKey() : undefined;
  return JSON.stringify(key ? { ...record, signature: signatureOf(record, key) } : record, null, 2);
};
