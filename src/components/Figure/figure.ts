export interface FigureProps {
  src: string;
  alt: string;
  credit: string;
  rights: 'ours' | 'licensed' | 'no-copies';
}
