import { plainMoment } from '../moment.ts';

export default plainMoment;
