import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/**
 * Signatures of records, as docs/signed-copies.md specifies them: Ed25519 (RFC 8032) over the record without its
 * `signature`, as canonical JSON (RFC 8785).
 */
export interface Signature {
  algorithm: 'Ed25519';
  /** The key’s id, see {@link keyIdOf}. */
  key: string;
  /** Base64. */
  value: string;
}

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/** JSON in one way only (RFC 8785): names in the order of their UTF-16 code units, no white space. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((one: Json) => canonicalJson(one ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const members = Object.entries(value as Record<string, Json>)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}

/** The id of a public key: 16 hexadecimal digits of the SHA-256 of its 32 bytes. @param publicKey base64url. */
export const keyIdOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex').slice(0, 16);

/** The public part of a private key, base64url, as RFC 8037 has it. */
export const publicPartOf = (key: KeyObject): string => createPublicKey(key).export({ format: 'jwk' }).x ?? '';

/** A private key. @param pem PKCS #8 in PEM. @throws a sentence that shows nothing of it. */
export function privateKeyOf(pem: string): KeyObject {
  let key: KeyObject | undefined;
  try {
    key = createPrivateKey(pem);
  } catch {
    // What OpenSSL says of it helps nobody here.
  }
  if (key?.asymmetricKeyType !== 'ed25519')
    throw new Error('Unexpected key: expected a private key of Ed25519 in PEM, as “nutgraf keys” makes it.');
  return key;
}

const bytesOf = (record: object): Buffer => {
  const { signature: _, ...signed } = record as Record<string, Json>;
  return Buffer.from(canonicalJson(signed), 'utf8');
};

export const signatureOf = (record: object, key: KeyObject): Signature => ({
  algorithm: 'Ed25519',
  key: keyIdOf(publicPartOf(key)),
  value: sign(null, bytesOf(record), key).toString('base64'),
});

/** Whether a record is as the holder of a key signed it. @param publicKey base64url. */
export function isSigned(record: object, { value }: Pick<Signature, 'value'>, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    return verify(null, bytesOf(record), key, Buffer.from(value, 'base64'));
  } catch {
    return false;
  }
}
