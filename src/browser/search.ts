/** What we use of Pagefind’s script (pagefind.app, “Searching with the API”). */
interface Pagefind {
  options(settings: object): Promise<void>;
  mergeIndex(folder: string, settings: object): Promise<void>;
  filters(): Promise<Record<string, Record<string, number>>>;
  search(query: string | null, settings: object): Promise<{ results: { data(): Promise<Found> }[] }>;
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
  const words = JSON.parse(given) as { found: Record<string, string>; none: string; missing: string };
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

  const countOf = (count: number) => {
    const form = words.found[new Intl.PluralRules(lang).select(count)] ?? words.found['other'] ?? '';
    return count ? form.replace('{count}', new Intl.NumberFormat(lang).format(count)) : words.none;
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
  let rest: { data(): Promise<Found> }[] = [];

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
    const { results } = isEmpty
      ? { results: [] }
      : await pagefind.search(query || null, { filters: Object.fromEntries(chosen) });
    if (mine !== round) return;
    rest = results;
    list.replaceChildren();
    status.textContent = isEmpty ? '' : countOf(results.length);
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
