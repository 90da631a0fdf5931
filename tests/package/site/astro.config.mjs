import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({ integrations: [nutgraf({
      name: 'Elsewhere',
      programs: true,
      permalink: '/:year/:slug/',
      licence: { name: 'CC BY-ND 4.0' },
      look: 'magazine',
      accent: '#0a5343',
      without: ['labels', 'lite'],
      head: [{ tag: 'meta', attributes: { name: 'verify', content: 'here' } }],
    }),
  ] });
