import type { PlainForm } from '../../renderings/plain.ts';
import { plainMoment } from '../moment.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ date, when, until, level }, children, context) =>
  plainMoment({ date, when, until }, level, children, context);

export default plain;
