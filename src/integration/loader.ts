import type { AstroConfig } from 'astro';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { CollectionName } from '../schema/index.ts';

/** The hook by which a loader, which Astro runs in a module graph of its own, reaches the integration. */
export const LOAD_HOOK = 'nutgraf:load';

/** Loads a collection into Astro’s store. */
export type LoadHook = (name: CollectionName, context: LoaderContext) => Promise<void>;

/** Astro’s loader for a collection of the newsroom; the work is done in `load.ts`, in the integration. */
export function collectionLoader(name: CollectionName): Loader {
  return {
    name: `nutgraf-${name}`,
    load: (context) => loadHookOf(context.config)(name, context),
  };
}

function loadHookOf(config: AstroConfig): LoadHook {
  for (const { hooks } of config.integrations) {
    const hook = (hooks as Record<string, unknown>)[LOAD_HOOK];
    if (hook) return hook as LoadHook;
  }
  throw new Error(
    'The collections of Nutgraf need its integration: add nutgraf({ … }) to `integrations` in astro.config.mjs.',
  );
}
