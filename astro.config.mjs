import { defineConfig } from 'astro/config';
import nutgraf from 'nutgraf';

export default defineConfig({
  site: 'https://explainers.example',
  integrations: [
    nutgraf({
      name: 'The Explainer Desk',
      tagline: 'The Explainer Desk explains the news and shows where each claim comes from.',
      translations: {
        ar: { tagline: 'نشرح الأخبار ونبيّن مصدر كل معلومة.' },
        es: { tagline: 'Explicamos las noticias y mostramos de dónde sale cada afirmación.' },
      },
      timeZone: 'America/New_York',
      icon: './public/mark.svg',
      image: '/card.png',
      newsletter: { system: 'ghost' },
      licence: { name: 'MIT', url: 'https://opensource.org/license/mit', republish: true },
    }),
  ],
});
