export interface TermProps {
  id: string;
  /** Set by the reading: the term was explained before. */
  again?: boolean;
}
