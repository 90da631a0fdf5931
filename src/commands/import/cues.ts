/** What a language has for bylines, attributions and headings, so that they are found in a text. */
export interface Cues {
  /** A line that names who wrote it: its first group. */
  byline: RegExp;
  /** What stands before a description, where it is marked. */
  description: RegExp;
  /** “The post … appeared first on …”: the headline and the newsroom. */
  appearedFirst: RegExp;
  /** Headings of sections, by component. */
  sections: readonly (readonly [component: string, pattern: RegExp])[];
  /** Verbs that give words to somebody, as a pattern. */
  verbs: string;
  /** Verbs that only a newsroom does. */
  reports: string;
  /** Pronouns that stand for the last speaker. */
  pronouns: string;
  /** What stands before the name of an outlet that is cited. */
  before: string;
  accordingTo: string;
  told: string;
  /** Words for people whose names are kept back. */
  unnamed: RegExp;
  /** Titles before a name. */
  titles: string;
  /** Ends of names that only newsrooms have. */
  media: RegExp;
  /** What stands before who made a picture. */
  credit: RegExp;
  question: RegExp;
  answer: RegExp;
}

const en: Cues = {
  byline: /^by\s+(.{2,80})$/i,
  description: /^(?:summary|description|standfirst|dek|subtitle):\s*(.+)$/i,
  appearedFirst: /^the post\s+[“"]?(.+?)[”"]?\s+(?:first appeared on|appeared first on)\s+(.+?)\.?$/i,
  sections: [
    ['WhyItMatters', /^why (?:it|this|that|the .+|.+) matters?(?: now)?$/i],
    ['WhyItMatters', /^why (?:it|this) is important$|^the significance$/i],
    [
      'Officials',
      /^what (?:the )?(?:officials|leaders|lawmakers|politicians|governments?|both sides|they|people|experts|.{3,30}) (?:are|is) saying(?: now)?$|^(?:the )?reactions?$|^who says what$|^what they said$/i,
    ],
    [
      'KeyPoints',
      /^(?:the )?key (?:points|takeaways|facts)$|^takeaways$|^at a glance$|^in brief$|^what (?:you need )?to know$/i,
    ],
    ['WhatWeKnow', /^what (?:we|is) know(?:n)?(?: so far)?$/i],
    [
      'WhatWeDontKnow',
      /^what (?:we (?:still )?(?:don[’']t|do not)(?: yet)? know|is (?:still )?(?:unclear|unknown|not known))(?: yet)?$|^(?:open|unanswered) questions$/i,
    ],
    ['WhatsNext', /^what(?:[’']s| is| happens| comes) next\??$|^next steps$|^looking ahead$/i],
    [
      'Timeline',
      /^(?:a )?timeline(?: of .+)?$|^how (?:it|we|they|things) (?:came|got) (?:to this|here|there)$|^chronology$/i,
    ],
    ['QandA', /^(?:questions and answers|q ?(?:&|and) ?a|faqs?|frequently asked questions|what readers ask)$/i],
    ['Background', /^(?:the )?(?:background|context)$/i],
    ['Process', /^how we reported (?:this|it)(?: story)?$|^methodology$/i],
    ['Disclosure', /^disclosures?$/i],
  ],
  verbs:
    'said|says|told|tells|wrote|writes|posted|added|adds|argued|argues|warned|warns|stated|states|announced|explained|explains|insisted|noted|notes|replied|responded|confirmed|confirms|denied|denies|called|calls|asked|recalled|continued|promised|pledged|testified|acknowledged|admitted|described|declared|urged|predicted|tweeted|remarked|commented|concluded|claimed|claims|suggested|observed',
  reports: 'reported|reports|found|finds|quoted|cited|published|estimated|revealed',
  pronouns: 'he|she|they|He|She|They',
  before:
    'according to|reported by|as reported by|as reported in|told|tells|telling|spoke to|spoke with|speaking to|speaking with|interview with|statement to|comments? to|remarks to|reported in|wrote on|wrote in|writing on|writing in|posted on|posted to|post on|said on|shared on|published by|published in|published on|citing|quoted by|quoted in|video on|statement on',
  accordingTo: 'according to',
  told: 'told|tells|telling',
  unnamed: /\b(?:official|source|person|people|aide|diplomat|insider|officer|adviser|advisor|employee|witness)s?\b/i,
  titles:
    'President|Vice President|Prime Minister|Chancellor|King|Queen|Pope|Mayor|Governor|Gov\\.|Senator|Sen\\.|Representative|Rep\\.|Congresswoman|Congressman|Minister|Secretary|Secretary of State|Judge|Justice|General|Gen\\.|Colonel|Col\\.|Captain|Dr\\.|Professor|Prof\\.|Mr\\.|Mrs\\.|Ms\\.|Sheriff|Chief|Ambassador|Councillor|Councilwoman|Councilman|Attorney General',
  media:
    /\b(?:Times|Post|News|Press|Herald|Tribune|Journal|Guardian|Gazette|Agency|Radio|TV|Television|Daily|Chronicle|Observer|Mail|Star|Record|Bulletin|Courier|Dispatch|Globe|Review|Wire|Broadcasting|Network|Magazine|Reporter)\b/,
  credit: /\(?\b(?:photos?|pictures?|images?|illustrations?|credits?|graphics?)(?:\s+by|\s*:)\s*([^()]+?)\)?\.?$/i,
  question: /^Q(?:uestion)?\s*[:.]\s*/,
  answer: /^A(?:nswer)?\s*[:.]\s*/,
};

const es: Cues = {
  ...en,
  byline: /^por\s+(.{2,80})$/i,
  description: /^(?:resumen|descripción|bajada|entradilla):\s*(.+)$/i,
  appearedFirst:
    /^(?:la entrada|el artículo|la nota)\s+[“"«]?(.+?)[”"»]?\s+(?:se publicó primero en|apareció primero en)\s+(.+?)\.?$/i,
  sections: [
    ['WhyItMatters', /^(?:¿)?por qué (?:es importante|importa)(?: .+)?\??$/i],
    ['Officials', /^(?:¿)?qué (?:dicen|están diciendo) .+\??$|^reacciones$/i],
    ['KeyPoints', /^(?:puntos|datos) clave$|^en breve$|^lo esencial$/i],
    ['WhatWeKnow', /^(?:¿)?(?:qué|lo que) sabemos\??$/i],
    ['WhatWeDontKnow', /^(?:¿)?(?:qué|lo que) (?:aún |todavía )?no sabemos\??$/i],
    ['WhatsNext', /^(?:¿)?qué (?:sigue|viene|pasará)(?: ahora| después)?\??$|^próximos pasos$/i],
    ['Timeline', /^cronología(?: .+)?$|^cómo (?:se )?lleg(?:ó|amos) (?:a esto|hasta aquí)$/i],
    ['QandA', /^preguntas y respuestas$|^preguntas frecuentes$/i],
    ['Background', /^(?:antecedentes|contexto)$/i],
  ],
  verbs:
    'dijo|dice|afirmó|afirma|aseguró|asegura|declaró|señaló|explicó|escribió|publicó|añadió|agregó|advirtió|sostuvo|indicó|contó|respondió|confirmó|negó|anunció|insistió|reconoció',
  reports: 'informó|reportó|publicó|reveló|halló',
  pronouns: 'él|ella|ellos|Él|Ella',
  before:
    'según|de acuerdo con|informó|reportó|dijo a|declaró a|contó a|publicó en|escribió en|en una entrevista con|en entrevista con|citando a',
  accordingTo: 'según|de acuerdo con',
  told: 'dijo a|declaró a|contó a|explicó a',
  unnamed: /\b(?:funcionari[oa]|fuente|persona|asesor|diplomátic[oa]|testigo)s?\b/i,
  titles:
    'presidente|presidenta|alcalde|alcaldesa|gobernador|gobernadora|senador|senadora|ministro|ministra|Presidente|Presidenta|Alcalde|Alcaldesa|Gobernador|Gobernadora|Senador|Senadora|Ministro|Ministra|Dr\\.|Dra\\.',
  media:
    /\b(?:Diario|Noticias|Prensa|Agencia|Radio|Televisión|El País|Tiempo|Mundo|Espectador|Nación|Heraldo|Universal|Semana)\b/,
  credit: /\(?\b(?:fotos?|imagen|imágenes|ilustración|crédito)(?:\s+de|\s*:)\s*([^()]+?)\)?\.?$/i,
  question: /^P(?:regunta)?\s*[:.]\s*/,
  answer: /^R(?:espuesta)?\s*[:.]\s*/,
};

const languages: Record<string, Cues> = { en, es };

/** The cues of a language; English ones where nobody has described it. */
export const cuesFor = (lang: string): Cues => languages[lang.split('-')[0] ?? ''] ?? en;
