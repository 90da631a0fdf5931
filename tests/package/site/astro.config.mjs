import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({ integrations: [nutgraf({
      name: 'Elsewhere',
      programs: true,
      without: ['labels', 'lite'],
      head: [{ tag: 'meta', attributes: { name: 'verify', content: 'here' } }],
    }),
  ] });
