/**
 * Twenty kinds of news pages, as systems make them: an invented article each, with what stands around it. `text` is
 * what a reader would mark as the article, without headline, byline and captions.
 */
export interface NewsPage {
  kind: string;
  html: string;
  text: string;
}

const sentences = [
  'The harbour council voted on Tuesday to move the fish market to the north quay, after a debate that lasted until midnight.',
  'Traders who have sold there for forty years said they had learned of the plan from a notice on the door.',
  'The council expects the move to cost 3.2 million crowns, half of which the region would pay.',
  '“Nobody asked us where the boats would land,” said Inga Moe, who runs one of the twelve stalls.',
  'Under the plan, the old hall would become a library, with rooms for the music school on its upper floor.',
  'A study that the council ordered last spring found that the hall sinks by four millimetres a year.',
  'Engineers could not say whether new pillars would stop that, and advised against repairs.',
  'The north quay has no roof yet, and the tram that would serve it is not to be built before 2029.',
  'Two members of the council voted against the plan because of that, and three were absent.',
  'The mayor said that a tent would stand there for the first two winters, with heating for the stalls.',
  'In a letter, the traders asked the region to hold back its money until a roof is built.',
  'The region answered that it would decide in September, when its own budget is settled.',
  'A similar move in the neighbouring town took six years and cost twice what had been planned.',
  'The market there lost a third of its stalls, according to figures of the chamber of commerce.',
  'What happens to the cold store below the old hall is open: it belongs to a company that went bankrupt in 2019.',
  'Residents can object until the end of the month; the first hearing is on the ninth of June.',
];
const pick = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${sentences[(from + at * 2) % 16]} ${sentences[(from + at * 2 + 1) % 16]}`);
const p = (lines: readonly string[], attributes = '') => lines.map((line) => `<p${attributes}>${line}</p>`).join('\n');
const teaser = (n: number) =>
  `<div class="card"><a href="/story-${n}"><img src="/t${n}.jpg" alt=""><h3>Another story, number ${n}, that has nothing to do with it</h3></a><p>A teaser of two lines for story ${n}, which readers may like as well.</p><span class="date">3 hours ago</span></div>`;
const teasers = [1, 2, 3, 4, 5].map(teaser).join('');
const nav = `<header class="site-header"><a href="/">The Daily Example</a><nav><ul><li><a href="/a">Politics</a></li><li><a href="/b">Business</a></li><li><a href="/c">Sport</a></li></ul></nav></header>`;
const footer = `<footer><p>© 2026 The Daily Example. All rights reserved. <a href="/terms">Terms</a> <a href="/privacy">Privacy</a></p><p>Subscribe to our newsletter and never miss a story.</p></footer>`;
const share = `<div class="share-bar"><ul><li><a href="whatsapp://send?x">WhatsApp</a></li><li><a href="https://facebook.com/sharer">Share on Facebook</a></li><li><a href="mailto:?x">Email</a></li></ul></div>`;
const comments = `<section id="comments" class="comments-area"><h2>3 comments</h2><ol><li><p>I have said for years that this was going to happen, and nobody listened to me or to anyone.</p></li><li><p>First! Also the tram will never come, mark my words, and the tent will fly away in the first storm.</p></li></ol></section>`;
const newsletter = `<div class="newsletter-signup"><h4>Get the morning briefing</h4><p>Sign up for our newsletter to get the day’s stories in your inbox each morning.</p><form><input type="email"><button>Sign up</button></form></div>`;
const title = 'Fish market to move to the north quay';
const shell = (body: string, head = '', lang = 'en') =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title} | The Daily Example</title><meta property="og:title" content="${title}">${head}<script>var ads = 1;</script></head><body>${nav}${body}${footer}</body></html>`;
const make = (kind: string, lines: readonly string[], html: string, more: readonly string[] = []): NewsPage => ({
  kind,
  html,
  text: [...lines, ...more].join('\n').replace(/<[^>]+>/g, ''),
});

const a = pick(0, 7);
const b = pick(3, 8);
const c = pick(6, 6);
const short = pick(1, 2);
const ja = [
  '港の議会は火曜日、魚市場を北埠頭へ移すことを決めた。深夜まで続いた議論のあとの採決だった。',
  '四十年にわたり店を出してきた業者たちは、扉の張り紙で計画を知ったと話した。',
  '移転の費用は三百二十万クローネと見込まれ、その半分を地域が負担する。',
  '市長は、最初の二度の冬は暖房付きのテントを立てると述べた。',
];

export const newsPages: readonly NewsPage[] = [
  make(
    'semantic article, aside of teasers',
    a,
    shell(`<main><article><h1>${title}</h1>${share}${p(a)}</article><aside>${teasers}</aside></main>`),
  ),
  make(
    'div soup with class names',
    b,
    shell(
      `<div class="wrap"><div class="col-main"><div class="headline">${title}</div><div class="story-content">${p(b.slice(0, 4))}<div class="related-links"><h4>Related</h4><ul><li><a href="/1">A story of last year</a></li><li><a href="/2">Another of May</a></li></ul></div>${p(b.slice(4))}</div></div><div class="col-side">${teasers}</div></div>`,
    ),
  ),
  make(
    'microdata with a box inside',
    a,
    shell(
      `<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${title}</h1><div itemprop="articleBody">${p(a.slice(0, 3))}${newsletter}${p(a.slice(3))}</div></div>${teasers}${comments}`,
    ),
  ),
  make(
    'WordPress with sharing, tags and comments',
    c,
    shell(
      `<div id="content"><article class="post hentry"><header class="entry-header"><h1>${title}</h1><div class="entry-meta">By <a href="/author/x">Ana Lima</a> on May 3, 2026</div></header><div class="entry-content">${p(c)}<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Tweet</a></li></ul></div><div class="jp-relatedposts"><h3>Related</h3><p><a href="/r">A related post</a> May 1, 2026 In “News”</p></div></div><footer class="entry-footer">Posted in <a href="/c">News</a> Tagged <a href="/t">harbour</a></footer></article>${comments}</div><div id="sidebar">${teasers}</div>`,
    ),
  ),
  make(
    'AMP',
    a,
    shell(
      `<article class="amp-wp-article"><h1>${title}</h1><div class="amp-wp-article-content">${p(a.slice(0, 2))}<amp-ad width="300"></amp-ad>${p(a.slice(2))}</div></article>`,
    ),
  ),
  make(
    'explainer with subheadings and lists',
    [
      ...c.slice(0, 2),
      'Why the hall sinks',
      ...c.slice(2, 4),
      'A roof for the north quay',
      'A tram stop at the gate',
      'Room for all twelve stalls',
      ...c.slice(4),
    ],
    shell(
      `<article><h1>${title}</h1>${p(c.slice(0, 2))}<h2>Why the hall sinks</h2>${p(c.slice(2, 4))}<ul><li>A roof for the north quay</li><li>A tram stop at the gate</li><li>Room for all twelve stalls</li></ul>${p(c.slice(4))}</article>${teasers}`,
    ),
  ),
  make(
    'read-more lines between paragraphs',
    b,
    shell(
      `<article class="article"><div class="article__body">${p(b.slice(0, 3))}<p><strong><a href="/x">Read more: How the harbour was built</a></strong></p>${p(b.slice(3, 5))}<p>ALSO READ: <a href="/y">Ten markets to see before you die</a></p>${p(b.slice(5))}<p><em>Follow us on <a href="https://twitter.com/x">Twitter</a> for more.</em></p></div></article>${teasers}`,
    ),
  ),
  make(
    'paragraphs by line breaks',
    a,
    shell(
      `<div id="maincol"><h1>${title}</h1><div class="text">${a.join('<br><br>\n')}</div></div><div id="right">${teasers}</div>`,
    ),
  ),
  make(
    'laid out by tables',
    c,
    `<html><head><title>${title}</title></head><body><table width="100%"><tr><td colspan="3"><a href="/">Home</a> | <a href="/n">News</a> | <a href="/s">Sport</a></td></tr><tr><td width="150"><a href="/1">Politics</a><br><a href="/2">Business</a><br><a href="/3">Weather</a></td><td><font size="5">${title}</font>${p(c)}</td><td width="200">${teasers}</td></tr></table></body></html>`,
  ),
  make(
    'blocks with captions and credits',
    b,
    shell(
      `<main id="main-content"><article><div data-component="headline-block"><h1>${title}</h1></div><div data-component="image-block"><figure><img src="/1.jpg" alt="The hall"><figcaption>The old hall in March. Photo: Rosa Diaz</figcaption></figure></div>${b.map((line) => `<div data-component="text-block"><p>${line}</p></div>`).join('')}<div data-component="links-block"><h2>More on this story</h2><ul><li><a href="/q">Council postpones vote</a></li><li><a href="/w">Traders protest</a></li></ul></div></article></main>`,
    ),
  ),
  make(
    'article body in JSON-LD',
    a,
    shell(
      `<div class="x1"><div class="x2">${p(a)}</div><div class="x3">${p(pick(9, 3))}<a href="/k">Next story</a></div></div>`,
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: title, articleBody: a.join('\n') })}</script>`,
    ),
  ),
  make(
    'a short report, a long page',
    short,
    shell(
      `<article><h1>${title}</h1><div class="body">${p(short)}</div></article><section class="most-read"><h2>Most read</h2>${teasers}${teasers}</section>`,
    ),
  ),
  make(
    'newsletter platform',
    b,
    shell(
      `<div class="single-post"><div class="post-header"><h1 class="post-title">${title}</h1><h3 class="subtitle">What it costs</h3></div><div class="available-content"><div class="body markup">${p(b.slice(0, 5))}<div class="subscription-widget-wrap"><p>The Daily Example is a reader-supported publication. To support it, become a subscriber.</p><form></form></div>${p(b.slice(5))}</div></div><div class="post-footer">${share}</div></div>`,
    ),
  ),
  make(
    'a story that goes on in sections',
    a,
    shell(
      `<article><section class="s1"><h1>${title}</h1></section><section>${p(a.slice(0, 3))}</section><hr><section>${p(a.slice(3, 5))}</section><section>${p(a.slice(5))}</section></article><div class="responses">${comments}</div>`,
    ),
  ),
  make(
    'Drupal',
    c,
    shell(
      `<div class="region-content"><div class="node node--type-article"><h1 class="title">${title}</h1><div class="field field--name-body field--type-text-with-summary"><div class="field__item">${p(c)}</div></div><ul class="links inline"><li><a href="/login">Log in to post comments</a></li></ul></div></div><div class="region-sidebar">${teasers}</div>`,
    ),
  ),
  make(
    'quotations and a table',
    [
      ...a.slice(0, 3),
      'The sea has never waited for a council.',
      ...a.slice(3),
      'Year',
      'Stalls',
      '2019',
      '18',
      '2026',
      '12',
    ],
    shell(
      `<article><h1>${title}</h1>${p(a.slice(0, 3))}<blockquote><p>The sea has never waited for a council.</p></blockquote>${p(a.slice(3))}<table><tr><th>Year</th><th>Stalls</th></tr><tr><td>2019</td><td>18</td></tr><tr><td>2026</td><td>12</td></tr></table></article>${teasers}`,
    ),
  ),
  make(
    'advertisements between paragraphs',
    b,
    shell(
      `<article><h1>${title}</h1>${b.map((line, at) => `<p>${line}</p>${at % 2 ? '<div class="ad-slot"><span>Advertisement</span><p>Article continues below advertisement</p></div>' : ''}`).join('')}</article>${teasers}`,
    ),
  ),
  make(
    'questions and answers',
    [
      ...c.slice(0, 1),
      'Who pays for it?',
      c[1] ?? '',
      'When does it begin?',
      c[2] ?? '',
      'Can it still be stopped?',
      ...c.slice(3),
    ],
    shell(
      `<main><h1>${title}</h1><div class="content">${p(c.slice(0, 1))}<h3>Who pays for it?</h3>${p(c.slice(1, 2))}<h3>When does it begin?</h3>${p(c.slice(2, 3))}<h3>Can it still be stopped?</h3>${p(c.slice(3))}</div></main><aside>${teasers}</aside>`,
    ),
  ),
  make(
    'author’s box and tags at the end',
    a,
    shell(
      `<article><h1>${title}</h1><div class="article-text">${p(a)}</div><div class="author-bio"><img src="/a.jpg" alt=""><p>Ana Lima covers the harbour for The Daily Example. She has written about cities since 2011 and lives near the old hall.</p></div><div class="tags"><a href="/t1">harbour</a> <a href="/t2">council</a></div></article>${teasers}`,
    ),
  ),
  make(
    'Japanese',
    ja,
    shell(
      `<article><h1>魚市場、北埠頭へ</h1>${p(ja)}</article><aside><a href="/1">関連記事の見出しがここに並ぶ</a></aside>`,
      '',
      'ja',
    ),
  ),
  make(
    'a script that draws it',
    c,
    shell(
      `<div id="root"><p>Please turn on JavaScript.</p></div>${teasers}`,
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: title, articleBody: c.join('\n\n') })}</script>`,
    ),
  ),
  make(
    'a wrapper whose name misleads',
    a,
    shell(
      `<div class="content-sharing"><div class="related-wrapper"><h1>${title}</h1>${p(a)}</div></div><aside>${teasers}</aside>`,
    ),
  ),
  make(
    'a page in a form',
    b,
    shell(
      `<form id="aspnetForm" method="post"><input type="hidden" value="x"><div><h1>${title}</h1>${p(b)}</div></form>`,
    ),
  ),
  make(
    'a notice about cookies, longer than the report',
    short,
    shell(
      `<div id="cookie-law"><p>${pick(8, 2).join('</p><p>')}</p><button>Accept</button></div><article><div class="entry-content">${p(short)}</div></article>`,
    ),
  ),
  make(
    'German, with lines that lead away',
    a,
    shell(
      `<article><h1>${title}</h1>${a.map((line, at) => `<p>${line}</p>${at % 2 ? '<p><a href="/x">Lesen Sie auch: Wie der Hafen entstand</a></p><p>Anzeige</p>' : ''}`).join('')}<h3>Mehr zum Thema</h3></article>`,
      '',
      'de',
    ),
  ),
  make(
    'Spanish and Arabic lines that lead away',
    c,
    shell(
      `<article>${p(c.slice(0, 3))}<p><strong>Te puede interesar:</strong> <a href="/x">El puerto y su historia</a></p><p>اقرأ أيضا: الميناء</p>${p(c.slice(3))}</article>`,
      '',
      'es',
    ),
  ),
  make(
    'a quotation that says whose it is',
    [...a.slice(0, 3), 'The sea has never waited.', '— Inga Moe, fishmonger', ...a.slice(3)],
    shell(
      `<article><h1>${title}</h1>${p(a.slice(0, 3))}<blockquote><p>The sea has never waited.</p><footer>— Inga Moe, fishmonger</footer></blockquote>${p(a.slice(3))}</article>`,
    ),
  ),
  make(
    'live blog',
    [...a.slice(0, 2), '10:42', ...b.slice(0, 2), '09:15', ...c.slice(0, 2)],
    shell(
      `<main><h1>${title}</h1><div class="live-blog"><div class="intro">${p(a.slice(0, 2))}</div><article class="post"><time datetime="2026-05-03T10:42">10:42</time>${p(b.slice(0, 2))}</article><article class="post"><time datetime="2026-05-03T09:15">09:15</time>${p(c.slice(0, 2))}</article></div></main>${comments}`,
    ),
  ),
  make(
    'behind a paywall',
    short,
    shell(
      `<article><h1>${title}</h1><div class="article-body">${p(short)}</div><div class="paywall"><h2>Read the whole story</h2><p>Subscribe for 1 crown in the first month, and then for 20.</p><button>Subscribe now</button></div></article>${teasers}`,
    ),
  ),
  make(
    'a copied head with the wrong charset',
    b,
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><title>${title}</title></head><body>${nav}<div class="story">${p(b)}</div>${footer}</body></html>`,
  ),
];
