import type { APIRoute } from 'astro';

/** Where a browser can copy, the button does; the text can be selected in any. */
const script = `const button = document.querySelector('.kit button');
const text = document.querySelector('.kit textarea');
if (navigator.clipboard && button && text) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text.value);
    button.textContent = button.dataset.copied;
  });
}
`;

export const GET: APIRoute = () =>
  new Response(script, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
