import type { PlainForm } from '../../renderings/plain.ts';
import type contract from './contract.ts';

/** The map that holds it names it. */
const plain: PlainForm<typeof contract> = () => [];

export default plain;
