/** What we use of Pagefind’s script (pagefind.app, “Searching with the API”). */
interface Pagefind {
  options(settings: object): Promise<void>;
  mergeIndex(folder: string, settings: object): Promise<void>;
  filters(): Promise<Record<string, Record<string, number>>>;
  search(query: string | null, settings: object): Promise<{ results: Hit[] }>;
}

interface Hit {
  /** That of the story, in whatever search it is found. */
  id: string;
  data(): Promise<Found>;
}

interface Found {
  raw_url: string;
  excerpt: string;
  meta: { title: string; date: string };
}

/** The search page in a browser. Sent as it is written, so that it uses nothing around it. */
export async function search(): Promise<void> {
  const AT_ONCE = 10;
  const form = document.querySelector<HTMLFormElement>('form.search')!;
  const status = document.querySelector<HTMLElement>('.found')!;
  const list = document.querySelector<HTMLElement>('.results')!;
  const more = document.querySelector<HTMLButtonElement>('.more')!;
  const { bundle = '', parts = '1', words: given = '{}' } = form.dataset;
  const words = JSON.parse(given) as {
    found: Record<string, string>;
    none: string;
    meant: string;
    missing: string;
    locale: string;
  };
  const { lang } = document.documentElement;
  const input = form.elements.namedItem('q') as HTMLInputElement;
  const selects = [...form.querySelectorAll('select')];

  const load = async () => {
    const pagefind = (await import(bundle)) as Pagefind;
    const settings = { baseUrl: '/', excerptLength: 30 };
    await pagefind.options(settings);
    const others = Array.from({ length: Number(parts) - 1 }, (_, index) => bundle.replace(/[^/]*$/, `${index + 1}/`));
    await Promise.all(others.map((part) => pagefind.mergeIndex(part, settings)));
    return pagefind;
  };

  /** All words of the stories in this language. Asked for when a search is; where there are none, it does without. */
  let vocabulary: Promise<string[]> | undefined;
  const wordsOfStories = () =>
    (vocabulary ??= Promise.all(
      Array.from({ length: Number(parts) }, async (_, index) => {
        const folder = bundle.replace(/[^/]*$/, index ? `${index}/` : '');
        const answer = await fetch(`${folder}words.${lang.split('-')[0]}.json`);
        return answer.ok ? ((await answer.json()) as string[]) : [];
      }),
    ).then(
      (all) => [...new Set(all.flat())],
      () => [],
    ));

  /** How many letters are to be changed to make one word of another; 3 where it is more than 2. */
  const slips = (one: string, other: string) => {
    if (Math.abs(one.length - other.length) > 2) return 3;
    let [before, row]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= other.length; j += 1) {
        const isSame = one[i - 1] === other[j - 1];
        const isSwapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        next[j] = Math.min(
          row[j]! + 1,
          next[j - 1]! + 1,
          row[j - 1]! + (isSame ? 0 : 1),
          isSwapped && before[j - 2] !== undefined ? before[j - 2]! + 1 : 3,
        );
      }
      [before, row] = [row, next];
    }
    return Math.min(3, row[other.length]!);
  };

  /** What may have been meant by a query that finds nothing: for each word that no story has, the nearest one. */
  const meantBy = async (query: string) => {
    const known = await wordsOfStories();
    const words = query.toLowerCase().split(/\s+/);
    const nearest = words.map((word) => {
      if (known.includes(word) || word.length < 4) return word;
      const most = word.length > 7 ? 2 : 1;
      const near = known.filter((one) => slips(word, one) <= most);
      return near.sort((a, b) => slips(word, a) - slips(word, b))[0] ?? word;
    });
    return nearest.join(' ');
  };

  /** Words in which what was typed stands as a part: in “bridge”, “footbridge”; in a language with prefixes, most. */
  const wordsWith = async (query: string) => {
    const part = query.toLowerCase();
    if (/\s/.test(part)) return [];
    const known = await wordsOfStories();
    return known.filter((word) => word !== part && word.includes(part)).slice(0, 24);
  };

  const countOf = (count: number) => {
    const form = words.found[new Intl.PluralRules(lang).select(count)] ?? words.found['other'] ?? '';
    return count ? form.replace('{count}', new Intl.NumberFormat(words.locale).format(count)) : words.none;
  };

  /** An excerpt is text with some words marked. */
  const textOf = (excerpt: string) => {
    const { body } = new DOMParser().parseFromString(excerpt, 'text/html');
    return [...body.childNodes].map((node) => {
      if (!(node instanceof HTMLElement)) return node.textContent ?? '';
      return Object.assign(document.createElement('mark'), { textContent: node.textContent });
    });
  };

  const itemOf = ({ raw_url: url, excerpt, meta }: Found) => {
    const item = document.createElement('li');
    const link = Object.assign(document.createElement('a'), { href: url, textContent: meta.title });
    const heading = document.createElement('h2');
    const text = document.createElement('p');
    const date = Object.assign(document.createElement('p'), { className: 'when', textContent: meta.date });
    heading.append(link);
    text.append(...textOf(excerpt));
    item.append(heading, text, date);
    return item;
  };

  const asked = new URLSearchParams(location.search);
  input.value = asked.get('q') ?? '';
  let pagefind: Pagefind;
  try {
    pagefind = await load();
  } catch {
    status.textContent = words.missing;
    return;
  }
  const known = await pagefind.filters();
  for (const select of selects) {
    for (const value of Object.keys(known[select.name] ?? {}).sort((a, b) => a.localeCompare(b, lang)))
      select.add(new Option(value, value));
    select.value = asked.get(select.name) ?? '';
    if (select.selectedIndex < 0) select.value = '';
  }

  let round = 0;
  let rest: Hit[] = [];

  const show = async (mine: number) => {
    const found = await Promise.all(rest.splice(0, AT_ONCE).map((result) => result.data()));
    if (mine !== round) return;
    const items = found.map(itemOf);
    list.append(...items);
    more.hidden = !rest.length;
    return items[0]?.querySelector('a');
  };

  const ask = async () => {
    const mine = ++round;
    const query = input.value.trim();
    const chosen = selects.filter(({ value }) => value).map(({ name, value }) => [name, value] as const);
    const state = new URLSearchParams(
      [...(query ? [['q', query] as const] : []), ...chosen].map(([name, value]) => [name, value]),
    );
    history.replaceState(null, '', state.size ? `?${state.toString()}` : location.pathname);
    const isEmpty = !query && !chosen.length;
    const filters = Object.fromEntries(chosen);
    const hitsOf = async (asked: string) => (await pagefind.search(asked || null, { filters })).results;
    let results = isEmpty ? [] : await hitsOf(query);
    if (mine !== round) return;
    if (query) {
      const more = await Promise.all((await wordsWith(query)).map(hitsOf));
      const all = new Map([...results, ...more.flat()].map((hit) => [hit.id, hit] as const).reverse());
      const first = results.map(({ id }) => id);
      results = [...results, ...[...all.values()].reverse().filter(({ id }) => !first.includes(id))];
    }
    let told = '';
    if (query && !results.length) {
      const meant = await meantBy(query);
      if (meant !== query.toLowerCase()) results = await hitsOf(meant);
      if (results.length) told = words.meant.replace('{asked}', query).replace('{meant}', meant);
    }
    if (mine !== round) return;
    rest = results;
    list.replaceChildren();
    status.textContent = isEmpty ? '' : [told, countOf(results.length)].filter(Boolean).join(' ');
    await show(mine);
  };

  let timer = 0;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void ask();
  });
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), 200);
  });
  more.addEventListener('click', () => void show(round).then((first) => first?.focus()));
  await ask();
}
