import { plainSectionOf } from '../section.ts';

export default plainSectionOf('whatsNext');
