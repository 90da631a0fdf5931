import type { PlainForm } from '../../renderings/plain.ts';

/** The map that holds it names it. */
const plain: PlainForm = () => [];

export default plain;
