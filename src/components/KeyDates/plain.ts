import type { PlainForm } from '../../renderings/plain.ts';
import { plainSection } from '../section.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ title }, children, context) =>
  plainSection('timeline', title, children, context);

export default plain;
