import type { PlainForm } from '../../renderings/plain.ts';

/** It repeats what the story says elsewhere. */
const plain: PlainForm = () => [];

export default plain;
