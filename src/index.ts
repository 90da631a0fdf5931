import type { AstroIntegration } from 'astro';
import { newsroomError } from './integration/error.ts';
import { createIntegration } from './integration/integration.ts';
import { optionsSchema } from './options.ts';
import type { NutgrafOptions, Options } from './options.ts';
import { problemsIn } from './schema/problems.ts';

export type { NutgrafOptions } from './options.ts';

/**
 * Nutgraf, for `integrations` in `astro.config.mjs`.
 *
 * @throws an error that names each wrong setting, what was expected, and the nearest right name.
 */
export default function nutgraf(options: NutgrafOptions): AstroIntegration & { options: Options } {
  const problems = problemsIn(optionsSchema, options, 'setting');
  if (problems.length) {
    const lines = problems.map(({ reason, suggestion }) =>
      suggestion ? `${reason} Did you mean “${suggestion}”?` : reason,
    );
    throw newsroomError('The settings in nutgraf({ … }) are not right.', lines);
  }
  return createIntegration(optionsSchema.parse(options));
}
