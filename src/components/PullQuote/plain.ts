import type { PlainForm } from '../../renderings/plain.ts';
import type contract from './contract.ts';

/** It repeats what the story says elsewhere. */
const plain: PlainForm<typeof contract> = () => [];

export default plain;
