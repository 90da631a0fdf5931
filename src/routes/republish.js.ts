import type { APIRoute } from 'astro';

/** Where a browser can copy, the buttons do; the texts can be selected in any. */
const script = `for (const button of navigator.clipboard ? document.querySelectorAll('.kit button') : []) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.closest('section').querySelector('textarea').value);
    button.textContent = button.dataset.copied;
  });
}
`;

export const GET: APIRoute = () =>
  new Response(script, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
