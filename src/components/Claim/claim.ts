export interface ClaimProps {
  status: 'confirmed' | 'disputed' | 'unverified' | 'false';
  source: string;
  citation?: number;
}
