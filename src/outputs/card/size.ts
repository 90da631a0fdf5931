/** The size of a card in pixels, as Open Graph has it: 1.91 to 1. */
export const CARD = { width: 1200, height: 630 };
