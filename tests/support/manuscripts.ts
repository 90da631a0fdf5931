import JSZip from 'jszip';

/** Texts of an invented town, as reporters hand them in, and each of them in every form that `import` reads. */

type Block =
  { h: string } | { p: string } | { ul: string[] } | { quote: string } | { picture: string; caption: string };

export interface Told {
  headline: string;
  byline?: string;
  date?: string;
  iso?: string;
  blocks: Block[];
}

/** Words between these signs are a link: `[words](address)`. */
const link = /\[([^\]]+)\]\((https:[^)]+)\)/g;

export const told: Told[] = [
  {
    headline: 'Riverton council votes to close the old bridge',
    byline: 'Ana Lima',
    date: 'January 6, 2026',
    iso: '2026-01-06',
    blocks: [
      {
        p: 'The Riverton city council voted on Monday to close the old bridge, the Riverton Herald reported. The vote followed an inspection that found rust in two of its four cables, according to the state transport office.',
      },
      {
        p: '“We cannot wait for a cable to snap,” Mayor Ellen Park said after the vote. “The bridge has to close in March.”',
      },
      {
        p: 'Tom Becker, a council member who voted against the plan, told Radio Sunrise that the city had ignored cheaper repairs. “Nobody has shown me the numbers,” Becker said.',
      },
      {
        p: 'Shop owners fear for their trade. “If the bridge goes, so do my customers,” said Rosa Diaz, who owns a bakery on the east bank.',
      },
      {
        p: 'Engineers see no other way. “Rust like this does not stop,” said Paul Okoro, an engineer at the state university. “You can slow it down, but you cannot turn it back,” he added in an interview with the Riverton Herald.',
      },
      { h: 'Why it matters' },
      {
        p: 'The bridge is the only way across the river for 40 kilometres. It carries 12,000 cars a day, according to city data.',
      },
      { h: 'What’s next' },
      { p: 'The council meets again on February 2. It will vote on a ferry, Reuters reported.' },
    ],
  },
  {
    headline: 'What we know about the Riverton water notice',
    byline: 'Omar Haddad and Ana Lima',
    date: '12 February 2026',
    iso: '2026-02-12',
    blocks: [
      { h: 'Key points' },
      {
        ul: [
          'The notice covers the east bank.',
          'Water has to be boiled for three minutes.',
          'Schools give out bottles.',
        ],
      },
      {
        p: 'The water works asked people on the east bank to boil their water, according to [a notice on its site](https://water.riverton.example/notice).',
      },
      { h: 'What we know' },
      { ul: ['A pump failed on Tuesday night.', 'Nobody has fallen ill, according to the county health office.'] },
      { h: 'What we don’t know' },
      { ul: ['How long the repair takes.', 'Whether other pumps are of the same make.'] },
    ],
  },
  {
    headline: 'Ferry or bridge? The questions before the vote',
    date: '2026-01-20',
    iso: '2026-01-20',
    blocks: [
      { p: 'The council votes on a ferry in February. Readers asked what it means for them.' },
      { h: 'Questions and answers' },
      { p: 'Will the ferry be free?' },
      { p: 'For residents, yes. Others pay 2 crowns, the Riverton Herald reported.' },
      { p: 'When does it start?' },
      { p: 'No date is set. The boats are still to be built.' },
    ],
  },
  {
    headline: 'How the old bridge came to rust',
    byline: 'The Metro Desk',
    date: 'March 3, 2026',
    iso: '2026-03-03',
    blocks: [
      { p: 'It took fifty years, four mayors and one lost report.' },
      { h: 'Timeline' },
      {
        ul: [
          '1974: The bridge opens.',
          'May 1999 – A report finds the first rust. It is filed and lost.',
          'January 5, 2026: The council votes to close it.',
        ],
      },
      { h: 'How we reported this' },
      { p: 'We read the minutes of the council since 1974. The works office did not answer our questions.' },
    ],
  },
  {
    headline: 'Both sides of the river on the closure',
    byline: 'Ana Lima',
    date: 'January 8, 2026',
    iso: '2026-01-08',
    blocks: [
      { p: 'The closure of the bridge splits the two banks, and not where one would think.' },
      { h: 'What officials are saying' },
      { p: '“The bridge has to close,” said Ellen Park, the mayor of Riverton.' },
      { p: 'Tom Becker, a council member, said that the numbers do not add up.' },
      { p: 'Governor Ida Holm told the Riverton Herald: “The state will pay half.”' },
    ],
  },
  {
    headline: 'Signs {that} break <machines> & other trouble',
    byline: 'Omar Haddad',
    date: 'April 1, 2026',
    iso: '2026-04-01',
    blocks: [
      { p: 'import { read } from "files" is how the leaked memo begins, and {its author} meant it.' },
      {
        p: 'export of steel fell < 5 & rose > 3; <script>alert("x")</script> stood in the minutes, as did `code`, *stars* and _lines_.',
      },
      { p: '# no heading, 1. no list, | no table | at all, and a \\ sign; --- no line.' },
      { ul: ['{1 + 1}', '<Source id="none" />'] },
    ],
  },
  {
    headline: 'A picture of the bridge',
    byline: 'Ana Lima',
    date: 'May 2, 2026',
    iso: '2026-05-02',
    blocks: [
      { p: 'The last cable was hung on Friday, Radio Sunrise reported.' },
      { picture: 'The new cable hangs between its towers.', caption: 'The last of four cables. Photo: Rosa Diaz' },
      { p: 'The bridge opens in June.' },
    ],
  },
  {
    headline: 'Who pays for the ferry',
    byline: 'Omar Haddad',
    date: 'June 9, 2026',
    iso: '2026-06-09',
    blocks: [
      {
        p: 'The ferry costs 4 million crowns a year, according to a city official. The state pays half, according to Ida Holm.',
      },
      { quote: 'A ferry is a bridge that you pay for every day.' },
      { h: 'The money' },
      { p: 'It comes from the road fund, the Riverton Herald and Radio Sunrise reported.' },
      { h: 'Background' },
      { p: 'The fund was set up in 1988.' },
    ],
  },
  {
    headline: 'Riverton’s ferry, first told elsewhere',
    byline: 'The Metro Desk',
    date: 'July 14, 2026',
    iso: '2026-07-14',
    blocks: [
      { p: 'The ferry made its first crossing on Monday. “It is slow, and it is lovely,” Rosa Diaz said.' },
      { p: 'The post “Ferry crosses the river” appeared first on Riverton Herald.' },
    ],
  },
  {
    headline: 'No byline, no date, no headings',
    blocks: [
      { p: 'The bridge is gone. The ferry runs. The town has found its way.' },
      {
        p: 'Some miss the noise of the cars, others do not. “Quiet is worth a ferry,” one of them wrote to this newspaper.',
      },
    ],
  },
];

const escape = (text: string) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!);
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const stripped = (text: string) => text.replace(link, '$1');

/** All words that a text has, in any form. */
export function wordsOf({ headline, byline, blocks }: Told): string[] {
  const texts = blocks.flatMap((block) => ('ul' in block ? block.ul : [Object.values(block).join(' ')]));
  return stripped([headline, byline ?? '', ...texts].join(' ')).match(/[\p{L}\p{N}]+/gu) ?? [];
}

const htmlOf = (
  blocks: Block[],
  anchor = (words: string, address: string) => `<a href="${address}">${words}</a>`,
): string =>
  blocks
    .map((block) => {
      const rich = (text: string) =>
        escape(text).replace(link, (_, words: string, address: string) => anchor(words, address));
      if ('h' in block) return `<h2>${rich(block.h)}</h2>`;
      if ('p' in block) return `<p>${rich(block.p)}</p>`;
      if ('ul' in block) return `<ul>${block.ul.map((item) => `<li>${rich(item)}</li>`).join('')}</ul>`;
      if ('quote' in block) return `<blockquote><p>${rich(block.quote)}</p></blockquote>`;
      return `<figure><img src="data:image/png;base64,${pixel}" alt="${block.picture}"><figcaption>${rich(block.caption)}</figcaption></figure>`;
    })
    .join('\n');

export function plainText({ headline, byline, date, blocks }: Told): string {
  const lines = blocks.map((block) =>
    'h' in block
      ? block.h
      : 'p' in block
        ? stripped(block.p)
        : 'ul' in block
          ? block.ul.map((item) => `- ${item}`).join('\n')
          : 'quote' in block
            ? `“${block.quote}”`
            : `${block.picture}\n\n${block.caption}`,
  );
  return [[headline, byline && `By ${byline}`, date].filter(Boolean).join('\n'), ...lines].join('\n\n');
}

const markdownSigns = (text: string) => text.replace(/[\\`*_{}<>#|]|^\d+(?=\.)/gm, '\\$&').replace(/\\(?=\d)/g, '');

export function markdown({ headline, byline, iso, blocks }: Told): string {
  const rich = (text: string) => markdownSigns(text).replace(link, '[$1]($2)');
  const lines = blocks.map((block) =>
    'h' in block
      ? `## ${rich(block.h)}`
      : 'p' in block
        ? rich(block.p)
        : 'ul' in block
          ? block.ul.map((item) => `* ${rich(item)}`).join('\n')
          : 'quote' in block
            ? `> ${block.quote}`
            : `![${block.picture}](bridge.png)\n\n${block.caption}`,
  );
  return `---\ntitle: ${JSON.stringify(headline)}\n${byline ? `author: ${byline}\n` : ''}${iso ? `date: ${iso}\n` : ''}---\n\n${lines.join('\n\n')}\n`;
}

export function page({ headline, byline, iso, blocks }: Told): string {
  return `<!doctype html><html lang="en"><head><title>${escape(headline)} - Riverton Herald</title><meta property="og:title" content="${escape(headline)}">
<script>var tracker = "<p>not text</p>";</script><style>p { color: red }</style>
${
  iso
    ? `<script type="application/ld+json">${JSON.stringify({
        '@type': 'NewsArticle',
        headline,
        datePublished: `${iso}T09:00:00-05:00`,
        author: byline
          ? [
              { '@type': 'Person', name: byline.split(' and ')[0] },
              ...byline
                .split(' and ')
                .slice(1)
                .map((name) => ({ name })),
            ]
          : [],
      }).replace(/</g, '\\u003c')}</script>`
    : ''
}
</head><body><nav><a href="/">Home</a></nav><main><article><h1>${escape(headline)}</h1>${htmlOf(blocks)}</article></main><footer>All rights reserved</footer></body></html>`;
}

/** What Google Docs writes: everything in spans with classes, links through its own address. */
export function googleDocument({ headline, byline, date, blocks }: Told): string {
  const body = htmlOf(
    blocks,
    (words, address) =>
      `<span class="c3"><a class="c4" href="https://www.google.com/url?q=${encodeURIComponent(address)}&amp;sa=D&amp;ust=1">${words}</a></span>`,
  )
    .replace(/<p>([\s\S]*?)<\/p>/g, '<p class="c1"><span class="c2">$1</span></p>')
    .replace(/<h2>([\s\S]*?)<\/h2>/g, '<h2 class="c5" id="h.abc"><span class="c6">$1</span></h2>');
  const top = [
    `<p class="c1 title" id="h.x"><span class="c7">${escape(headline)}</span></p>`,
    byline && `<p class="c1"><span class="c2">By ${byline}</span></p>`,
    date && `<p class="c1"><span class="c2">${date}</span></p>`,
  ];
  return `<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">@import url('https://themes.googleusercontent.com/fonts/css');.c2{color:#000;font-weight:400}.c8{font-weight:700}</style></head><body class="c0 doc-content">${top.filter(Boolean).join('')}${body}<p class="c1 c9"><span class="c2"></span></p></body></html>`;
}

export async function word({ headline, byline, date, blocks }: Told): Promise<Buffer> {
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${escape(stripped(text))}</w:t></w:r>`;
  const paragraph = (text: string, style?: string) =>
    `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}${run(text)}</w:p>`;
  const drawing = (alt: string) =>
    `<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" descr="${alt}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
  const item = (text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`;
  const body = [
    paragraph(headline, 'Title'),
    ...(byline ? [paragraph(`By ${byline}`)] : []),
    ...(date ? [paragraph(date)] : []),
    ...blocks.map((block) =>
      'h' in block
        ? paragraph(block.h, 'Heading2')
        : 'p' in block
          ? paragraph(block.p)
          : 'ul' in block
            ? block.ul.map(item).join('')
            : 'quote' in block
              ? paragraph(block.quote, 'Quote')
              : drawing(block.picture) + paragraph(block.caption, 'Caption'),
    ),
  ];
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  );
  zip.file(
    '_rels/.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  zip.file(
    'word/_rels/document.xml.rels',
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/></Relationships>',
  );
  zip.file(
    'word/styles.xml',
    `<w:styles ${main}>${style('Title', 'Title')}${style('Heading2', 'heading 2')}${style('Quote', 'Quote')}${style('Caption', 'Caption')}</w:styles>`,
  );
  zip.file(
    'word/numbering.xml',
    `<w:numbering ${main}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
  );
  zip.file('word/media/image1.png', pixel, { base64: true });
  zip.file(
    'word/document.xml',
    `<w:document ${main} xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body.join('')}</w:body></w:document>`,
  );
  return zip.generateAsync({ type: 'nodebuffer' });
}

const rfc822 = (iso: string) => new Date(`${iso}T14:00:00Z`).toUTCString();

export const rss = ({ headline, byline, iso, blocks }: Told): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Riverton Herald</title><item>
<title>${escape(headline)}</title><link>https://herald.example/a</link>${byline ? `<dc:creator><![CDATA[${byline}]]></dc:creator>` : ''}${iso ? `<pubDate>${rfc822(iso)}</pubDate>` : ''}
<content:encoded><![CDATA[${htmlOf(blocks)}]]></content:encoded></item></channel></rss>`;

export const atom = ({
  headline,
  byline,
  iso,
  blocks,
}: Told): string => `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Riverton Herald</title><entry>
<title type="html">${escape(escape(headline))}</title><id>urn:herald:${escape(headline)}</id><link href="https://herald.example/a"/>${byline ? `<author><name>${byline}</name></author>` : ''}${iso ? `<published>${iso}T14:00:00Z</published>` : ''}
<content type="html">${escape(htmlOf(blocks))}</content></entry></feed>`;

/** WordPress: blocks with comments around them, or bare lines of the old editor, and captions in its own signs. */
export const wordpress = ({ headline, byline, iso, blocks }: Told): string => {
  const isOld = headline.length % 2 === 0;
  const content = isOld
    ? htmlOf(blocks)
        .replace(/<p>([\s\S]*?)<\/p>/g, '$1\n')
        .replace(
          /<figure>(<img[^>]*>)<figcaption>([\s\S]*?)<\/figcaption><\/figure>/g,
          '[caption id="a" width="300"]$1 $2[/caption]',
        )
        .replace(/\n+/g, '\n\n')
    : htmlOf(blocks).replace(/<p>/g, '<!-- wp:paragraph -->\n<p>').replace(/<\/p>/g, '</p>\n<!-- /wp:paragraph -->\n');
  return `<?xml version="1.0" encoding="UTF-8" ?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Herald</title><wp:wxr_version>1.2</wp:wxr_version>
<item><title>A menu</title><wp:post_type>nav_menu_item</wp:post_type></item>
<item><title><![CDATA[${headline}]]></title>${byline ? `<dc:creator><![CDATA[${byline}]]></dc:creator>` : ''}<content:encoded><![CDATA[${content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>${iso ? `<wp:post_date_gmt>${iso} 14:00:00</wp:post_date_gmt>` : ''}<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`;
};
