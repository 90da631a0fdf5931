import type { Outlet } from '../../../schema/outlet.ts';

type Known = Pick<Outlet, 'name' | 'kind'> & { url: string };

/** Outlets that newsrooms everywhere cite: name, kind, host, and other names. */
const table = `
Reuters|agency|reuters.com
The Associated Press|agency|apnews.com|AP
Agence France-Presse|agency|afp.com|AFP
Bloomberg|agency|bloomberg.com|Bloomberg News
Deutsche Presse-Agentur|agency|dpa.com|DPA
EFE|agency|efe.com|Agencia EFE
Xinhua|agency|xinhuanet.com|Xinhua News Agency
Kyodo News|agency|kyodonews.net|Kyodo
United Press International|agency|upi.com|UPI
The New York Times|newspaper|nytimes.com|NYT
The Washington Post|newspaper|washingtonpost.com
The Wall Street Journal|newspaper|wsj.com|WSJ
USA Today|newspaper|usatoday.com
Los Angeles Times|newspaper|latimes.com|LA Times
Chicago Tribune|newspaper|chicagotribune.com
The Boston Globe|newspaper|bostonglobe.com
San Francisco Chronicle|newspaper|sfchronicle.com
The Philadelphia Inquirer|newspaper|inquirer.com
Miami Herald|newspaper|miamiherald.com
New York Post|newspaper|nypost.com
The Guardian|newspaper|theguardian.com
The Times of London|newspaper|thetimes.com
The Daily Telegraph|newspaper|telegraph.co.uk|The Telegraph
The Independent|newspaper|independent.co.uk
Financial Times|newspaper|ft.com|FT
The Economist|newspaper|economist.com
Daily Mail|newspaper|dailymail.co.uk
Le Monde|newspaper|lemonde.fr
Le Figaro|newspaper|lefigaro.fr
El País|newspaper|elpais.com
El Mundo|newspaper|elmundo.es
El Tiempo|newspaper|eltiempo.com
El Espectador|newspaper|elespectador.com
Clarín|newspaper|clarin.com
La Nación|newspaper|lanacion.com.ar
Folha de S.Paulo|newspaper|folha.uol.com.br
Der Spiegel|newspaper|spiegel.de
Süddeutsche Zeitung|newspaper|sueddeutsche.de
Die Zeit|newspaper|zeit.de
Haaretz|newspaper|haaretz.com
The Times of India|newspaper|timesofindia.indiatimes.com
The Hindu|newspaper|thehindu.com
The Sydney Morning Herald|newspaper|smh.com.au
The Globe and Mail|newspaper|theglobeandmail.com
Toronto Star|newspaper|thestar.com
South China Morning Post|newspaper|scmp.com
The Atlantic|newspaper|theatlantic.com
The New Yorker|newspaper|newyorker.com
Time Magazine|newspaper|time.com
BBC|broadcaster|bbc.com|BBC News
CNN|broadcaster|cnn.com
NPR|broadcaster|npr.org|National Public Radio
PBS|broadcaster|pbs.org|PBS NewsHour
ABC News|broadcaster|abcnews.go.com
CBS News|broadcaster|cbsnews.com
NBC News|broadcaster|nbcnews.com
Fox News|broadcaster|foxnews.com
MSNBC|broadcaster|msnbc.com
CNBC|broadcaster|cnbc.com
Sky News|broadcaster|news.sky.com
ITV News|broadcaster|itv.com
Al Jazeera|broadcaster|aljazeera.com
Deutsche Welle|broadcaster|dw.com|DW
France 24|broadcaster|france24.com
CBC News|broadcaster|cbc.ca
Politico|site|politico.com
Axios|site|axios.com
ProPublica|site|propublica.org
The Intercept|site|theintercept.com
The Hill|site|thehill.com
HuffPost|site|huffpost.com
Business Insider|site|businessinsider.com
The Verge|site|theverge.com
TechCrunch|site|techcrunch.com
STAT News|site|statnews.com
The Marshall Project|site|themarshallproject.org
Truth Social|platform|truthsocial.com
Facebook|platform|facebook.com
Instagram|platform|instagram.com
TikTok|platform|tiktok.com
YouTube|platform|youtube.com
Telegram|platform|telegram.org
Bluesky|platform|bsky.app
`;

const key = (name: string) => name.toLowerCase().replace(/^the\s+/, '');

const byName = new Map<string, Known>();
for (const line of table.trim().split('\n')) {
  const [name = '', kind = '', host = '', other] = line.split('|');
  const outlet: Known = { name, kind: kind as Outlet['kind'], url: `https://${host}` };
  byName.set(key(name), outlet);
  if (other) byName.set(key(other), outlet);
}

/** All their names, the longest first. */
export const knownNames: readonly string[] = table
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [name = '', , , other] = line.split('|');
    return other ? [name, other] : [name];
  })
  .sort((one, other) => other.length - one.length);

/** An outlet that everybody knows, by one of its names. */
export const knownOutlet = (name: string): Known | undefined => byName.get(key(name.trim()));
