import { plainSectionOf } from '../section.ts';

export default plainSectionOf('officials');
