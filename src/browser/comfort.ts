import { createHash } from 'node:crypto';

/** A script that stands in a page, and what a content security policy has to know of it. */
export interface Inline {
  code: string;
  hash: `sha256-${string}`;
}

/** The source expression by which a content security policy allows what stands in a page (CSP Level 3, hash-source). */
export const hashOf = (code: string): Inline['hash'] => `sha256-${createHash('sha256').update(code).digest('base64')}`;

export const inlineOf = (code: string): Inline => ({ code, hash: hashOf(code) });

/** Sets the reader’s colours before anything is drawn, and follows the choice at the head of the page. */
export const scheme = inlineOf(
  "(d=>{let e=d.documentElement,s=c=>{if(c)e.dataset.scheme=c;else delete e.dataset.scheme;for(let o of d.querySelectorAll('picture source'))o.media=c?c=='dark'?'all':'not all':'(prefers-color-scheme:dark)'},g=()=>{try{return localStorage.scheme||''}catch{return''}};s(g());d.addEventListener('DOMContentLoaded',()=>{let m=d.querySelector('.scheme');s(g());m.hidden=!1;m=m.firstElementChild;m.value=g();m.onchange=()=>{s(m.value);try{localStorage.scheme=m.value}catch{}}})})(document)",
);

/** Opens the system’s own share sheet, where there is one; a link stays a link where not. */
export const share = inlineOf(
  "(a=>{if(navigator.share){a.textContent=a.dataset.share;a.onclick=e=>{e.preventDefault();navigator.share({title:document.title,url:a.href}).catch(()=>{})}}})(document.querySelector('.share'))",
);

/**
 * Lets a browser fetch the next page while the reader is about to choose it; only of this site, from
 * its front page on.
 */
export const speculation = (home: string): Inline =>
  inlineOf(
    JSON.stringify({ prefetch: [{ where: { href_matches: `${home.replace(/\/?$/, '/')}*` }, eagerness: 'moderate' }] }),
  );
