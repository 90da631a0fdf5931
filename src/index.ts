import type { AstroIntegration } from 'astro';
import { plainError } from './astro/plain-error.ts';
import { createIntegration } from './integration/integration.ts';
import { checkSettings } from './integration/settings.ts';
import { optionsSchema } from './options.ts';
import type { NutgrafOptions, Options } from './options.ts';
import { sentenceOf } from './document/reporter.ts';

export type { NutgrafOptions } from './options.ts';

/**
 * Nutgraf, for `integrations` in `astro.config.mjs`.
 *
 * @throws an error that names each wrong setting, what was expected, and the nearest right name.
 */
export default function nutgraf(options: NutgrafOptions): AstroIntegration & { options: Options } {
  const mistakes = checkSettings(options);
  if (mistakes.length) throw plainError('The settings in nutgraf({ … }) are not right.', mistakes.map(sentenceOf));
  return createIntegration(optionsSchema.parse(options));
}
