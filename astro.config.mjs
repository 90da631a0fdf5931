import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: 'https://explainers.example',
  integrations: [
    nutgraf({
      name: 'The Explainer Desk',
      tagline: 'The Explainer Desk explains the news and shows where each claim comes from.',
      timeZone: 'America/New_York',
    }),
  ],
});
