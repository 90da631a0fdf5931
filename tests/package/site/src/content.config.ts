export { collections } from 'nutgraf/collections';
