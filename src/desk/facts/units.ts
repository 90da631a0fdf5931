/** A unit of measure: what it measures, and how much of the SI’s own unit it is. */
export interface Unit {
  measures: 'length' | 'mass' | 'area' | 'volume' | 'speed' | 'temperature';
  /** In metres, kilograms, square metres, litres or metres per second; of temperatures, none. */
  size: number;
  /** The unit of the other system that people confuse it with. */
  pair: string;
}

/**
 * Units of both systems, by their usual sign. Sizes after NIST Special Publication 811, appendix B. An ounce, a ton and
 * a gallon differ from country to country, so they are left out.
 */
export const units: Record<string, Unit> = {
  mi: { measures: 'length', size: 1609.344, pair: 'km' },
  km: { measures: 'length', size: 1000, pair: 'mi' },
  ft: { measures: 'length', size: 0.3048, pair: 'm' },
  yd: { measures: 'length', size: 0.9144, pair: 'm' },
  m: { measures: 'length', size: 1, pair: 'ft' },
  in: { measures: 'length', size: 0.0254, pair: 'cm' },
  cm: { measures: 'length', size: 0.01, pair: 'in' },
  mm: { measures: 'length', size: 0.001, pair: 'in' },
  lb: { measures: 'mass', size: 0.45359237, pair: 'kg' },
  kg: { measures: 'mass', size: 1, pair: 'lb' },
  ac: { measures: 'area', size: 4046.8564, pair: 'ha' },
  ha: { measures: 'area', size: 10_000, pair: 'ac' },
  'sq mi': { measures: 'area', size: 2_589_988.1, pair: 'km²' },
  'km²': { measures: 'area', size: 1e6, pair: 'sq mi' },
  'sq ft': { measures: 'area', size: 0.09290304, pair: 'm²' },
  'm²': { measures: 'area', size: 1, pair: 'sq ft' },
  mph: { measures: 'speed', size: 0.44704, pair: 'km/h' },
  'km/h': { measures: 'speed', size: 1 / 3.6, pair: 'mph' },
  '°F': { measures: 'temperature', size: 0, pair: '°C' },
  '°C': { measures: 'temperature', size: 0, pair: '°F' },
};

/** How units are written, in the languages of the interface. What is longer stands before what begins like it. */
const spellings: readonly (readonly [string, string])[] = [
  ['mph', "miles? (?:per|an|a) hour|mph|millas por hora|milhas por hora|milles à l[’']heure"],
  [
    'km/h',
    'kilomet(?:er|re)s? (?:per|an) hour|km\\/h|kmh|kph|kilómetros por hora|quilômetros por hora|kilomètres[- ]heure',
  ],
  ['sq mi', 'square[- ]miles?|sq\\.? mi\\.?|millas cuadradas|milhas quadradas|平方マイル'],
  [
    'km²',
    'square[- ]kilomet(?:er|re)s?|sq\\.? km|km²|km2|kilómetros cuadrados|quilômetros quadrados|kilomètres carrés|平方キロ(?:メートル)?',
  ],
  ['sq ft', 'square[- ](?:feet|foot)|sq\\.? ft\\.?|pies cuadrados|pés quadrados'],
  ['m²', 'square[- ]met(?:er|re)s?|m²|m2|metros cuadrados|metros quadrados|mètres carrés|平方メートル'],
  ['mi', 'miles?|mi|millas?|milhas?|マイル|ميل'],
  ['km', 'kilomet(?:er|re)s?|kms?|kilómetros?|quilômetros?|kilomètres?|キロメートル|キロ|كيلومترات|كيلومترا?|كم'],
  ['ft', 'feet|foot|ft|pies?|pés|pieds?|フィート'],
  ['yd', 'yards?|yd|yardas?'],
  ['cm', 'centimet(?:er|re)s?|cm|centímetros?|centimètres?|センチ(?:メートル)?'],
  ['mm', 'millimet(?:er|re)s?|mm|milímetros?|millimètres?|ミリ(?:メートル)?'],
  ['m', 'met(?:er|re)s?|m|metros?|mètres?|メートル|أمتار|مترا?'],
  ['in', 'inch(?:es)?|pulgadas?|polegadas?|pouces?|インチ'],
  ['lb', 'pounds?|lbs?|libras?|livres?|ポンド'],
  ['kg', 'kilograms?|kilogrammes?|kilos?|kgs?|kilogramos?|quilos?|quilogramas?|キログラム|كيلوغرامات?|كيلوغراما?|كغ'],
  ['ac', 'acres?|エーカー'],
  ['ha', 'hectares?|ha|hectáreas?|ヘクタール'],
  ['°F', '°\\s?F|degrees? Fahrenheit|degrees? F|grados Fahrenheit|graus Fahrenheit|degrés Fahrenheit'],
  [
    '°C',
    '°\\s?C|degrees? Celsius|degrees? centigrade|degrees? C|grados (?:Celsius|centígrados)|graus Celsius|degrés Celsius',
  ],
];

/** A pattern of any unit; which one it was, {@link unitOf} tells. */
export const unitPattern = spellings.map(([, spelling]) => spelling).join('|');

const exact = spellings.map(([unit, spelling]) => [unit, new RegExp(`^(?:${spelling})$`, 'iu')] as const);
const known = new Map<string, string | undefined>();

/** The sign of a unit that is written in any of these ways. */
export function unitOf(written: string): string | undefined {
  const word = written.replace(/-/g, ' ').toLowerCase();
  if (!known.has(word)) known.set(word, exact.find(([, pattern]) => pattern.test(word))?.[0]);
  return known.get(word);
}

/** How much an amount of one unit is in another of the same measure. A difference of temperatures is `difference`. */
export function convert(value: number, from: string, to: string, difference = false): number {
  if (from === '°C' && to === '°F') return value * 1.8 + (difference ? 0 : 32);
  if (from === '°F' && to === '°C') return (value - (difference ? 0 : 32)) / 1.8;
  return (value * units[from]!.size) / units[to]!.size;
}
