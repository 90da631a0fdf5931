import { h } from 'hastscript';
import type { PlainForm } from '../../renderings/plain.ts';
import { fill } from '../../strings/strings.ts';
import type contract from './contract.ts';

const plain: PlainForm<typeof contract> = ({ source: id, page }, children, { story, strings }) => {
  const source = story.sources.find((one) => one.id === id);
  const from = [source?.name, source?.title, page && fill(strings.page, { page })].filter(Boolean).join(strings.comma);
  return h('figure', h('blockquote', children), h('figcaption', from));
};

export default plain;
