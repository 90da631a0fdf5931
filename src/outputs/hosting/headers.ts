import type { AddressStyle } from '../../stories/address.ts';

/**
 * What hosts are to send with each file. The policy on what a page may load and run stands in the
 * page; here is what a page cannot say of itself, and what holds for files that are no pages.
 * Nothing here depends on what is published, so that what was copied to a server stays right.
 */

/** Headers of the files at some addresses. Where two rules say the same header, the first holds. */
interface Rule {
  /** Where it holds, with a slash at both ends. */
  under: string;
  /** The ending of the files for which it holds; all where there is none. */
  ending?: string;
  headers: Readonly<Record<string, string>>;
}

/** The forms in which hosts take them: Netlify and Cloudflare read the first. */
export const hosts = ['_headers', 'nginx', 'apache', 'caddy', 'cloudfront'] as const;

export type Host = (typeof hosts)[number];

/** A page is framed by none but the site, and loads no plug-in; `<base>` cannot turn its links. */
const frame = "frame-ancestors 'self'; object-src 'none'; base-uri 'self'";

/** What no page of ours asks of a reader’s device. */
const features = ['browsing-topics', 'camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'];

/** As the outputs have them (`outputs/table.ts`), with the character set, which hosts leave out. */
const types: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
};

type Style = Pick<AddressStyle, 'site' | 'base' | 'prefix'>;

/** @param assets the folder of Astro’s own files, whose names change with their contents: `_astro`. */
function rulesOf({ site, base, prefix }: Style, assets: string): Rule[] {
  const folder = (path: string) => `/${path}/`.replace(/\/+/g, '/');
  const [under, built] = [folder(`${base}/${prefix}`), folder(`${base}/${assets}`)];
  // It speaks for the whole host: beside another site, that is not ours to say.
  const isWholeHost = under === '/' && !site?.startsWith('http:');
  return [
    // A drawing that is opened by itself would run its scripts on the newsroom’s origin.
    { under: built, ending: 'svg', headers: { 'Content-Security-Policy': `script-src 'none'; ${frame}` } },
    { under: built, headers: { 'Cache-Control': 'public, max-age=31536000, immutable' } },
    ...Object.entries(types).map(([ending, type]) => ({ under, ending, headers: { 'Content-Type': type } })),
    {
      under,
      headers: {
        'Content-Security-Policy': frame,
        ...(isWholeHost ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
        'Permissions-Policy': features.map((feature) => `${feature}=()`).join(', '),
        'Cross-Origin-Opener-Policy': 'same-origin',
      },
    },
  ];
}

const patternOf = ({ under, ending }: Rule) => {
  const escaped = (text: string) => text.replace(/[.+]/g, '\\$&');
  return `^${escaped(under)}${ending ? `.*\\.${ending}$` : ''}`;
};

const eachOf = (rules: Rule[]) =>
  rules.flatMap((rule) => Object.entries(rule.headers).map(([name, value]) => ({ rule, name, value })));

const note = (lines: string[]) => lines.map((line) => `# ${line}\n`).join('');

/** Netlify, Cloudflare Pages and others. Where two rules fit, they send both policies, and browsers keep to both. */
const toHeadersFile = (rules: Rule[]): string =>
  note(['Headers for hosts that read this file. A file public/_headers of the site’s own takes its place.']) +
  rules
    .map(({ under, ending, headers }) =>
      [
        `${under}*${ending ? `.${ending}` : ''}`,
        ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
      ]
        .map((line) => `${line}\n`)
        .join(''),
    )
    .join('');

/** An empty value is not sent (nginx, ngx_http_headers_module); Content-Type cannot be added, only chosen. */
function toNginx(rules: Rule[]): string {
  const sent = Map.groupBy(
    eachOf(rules).filter(({ name }) => name !== 'Content-Type'),
    ({ name }) => name,
  );
  const variableOf = (name: string) => `$nutgraf_${name.toLowerCase().replaceAll('-', '_')}`;
  const maps = [...sent].map(([name, values]) => {
    const lines = values.map(({ rule, value }) => `    "~${patternOf(rule)}" "${value}";\n`);
    return `map $uri ${variableOf(name)} {\n${lines.join('')}}\n`;
  });
  const added = [...sent.keys()].map((name) => `    add_header ${name} ${variableOf(name)} always;\n`);
  const named = Object.values(types).map((type) => type.split(';')[0]);
  return [
    note(['Into the http block:']),
    ...maps,
    note(['Into the server block. A location that adds headers of its own needs these lines again.']),
    ...added,
    `    charset utf-8;\n    charset_types text/css text/xml application/javascript ${named.join(' ')};\n`,
    `    location ~ \\.md$ { types { } default_type text/markdown; }\n`,
  ].join('');
}

/** For a .htaccess, or the server’s own settings. The last that is set holds (Apache, mod_headers). */
const toApache = (rules: Rule[]): string =>
  note(['Into .htaccess at the root of the site, or into its <VirtualHost>. Needs mod_headers.']) +
  eachOf(rules.toReversed())
    .map(
      ({ rule, name, value }) =>
        `Header always set ${name} "${value}" "expr=%{REQUEST_URI} =~ m#${patternOf(rule)}#"\n`,
    )
    .join('');

const toCaddy = (rules: Rule[]): string =>
  note(['Into the block of the site.']) +
  rules
    .toReversed()
    .map((rule, index) => {
      const lines = Object.entries(rule.headers).map(([name, value]) => `\t${name} "${value}"\n`);
      return `@nutgraf${index} path_regexp ${patternOf(rule)}\nheader @nutgraf${index} {\n${lines.join('')}}\n`;
    })
    .join('');

/** A function for responses, in what CloudFront’s runtime 2.0 knows; it writes names in lower case. */
const toCloudFront = (rules: Rule[]): string => `var rules = ${JSON.stringify(
  eachOf(rules).map(({ rule, name, value }) => [patternOf(rule), name.toLowerCase(), value]),
  null,
  2,
)};

function handler(event) {
  var response = event.response;
  var set = {};
  rules.forEach(function (rule) {
    if (set[rule[1]] || !new RegExp(rule[0]).test(event.request.uri)) return;
    set[rule[1]] = true;
    response.headers[rule[1]] = { value: rule[2] };
  });
  return response;
}
`;

const printers: Record<Host, (rules: Rule[]) => string> = {
  _headers: toHeadersFile,
  nginx: toNginx,
  apache: toApache,
  caddy: toCaddy,
  cloudfront: toCloudFront,
};

/** The headers of a site, as a host takes them. @param assets Astro’s `build.assets`. */
export const headersFor = (host: Host, style: Style, assets: string): string => printers[host](rulesOf(style, assets));
