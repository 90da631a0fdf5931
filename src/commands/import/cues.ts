import type { Heading } from '../../strings/strings.ts';

/** What a language has for bylines, attributions and headings, so that they are found in a text. */
export interface Cues {
  /** A line that names who wrote it: its first group. */
  byline: RegExp;
  /** What stands before a description, where it is marked. */
  description: RegExp;
  /** “The post … appeared first on …”: the headline and the newsroom. */
  appearedFirst: RegExp;
  /** Headings of sections, by what the vocabulary calls them. */
  sections: readonly (readonly [section: Heading, pattern: RegExp])[];
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
    ['whyItMatters', /^why (?:it|this|that|the .+|.+) matters?(?: now)?$/i],
    ['whyItMatters', /^why (?:it|this) is important$|^the significance$/i],
    [
      'officials',
      /^what (?:the )?(?:officials|leaders|lawmakers|politicians|governments?|both sides|they|people|experts|.{3,30}) (?:are|is) saying(?: now)?$|^(?:the )?reactions?$|^who says what$|^what they said$/i,
    ],
    [
      'keyPoints',
      /^(?:the )?key (?:points|takeaways|facts)$|^takeaways$|^at a glance$|^in brief$|^what (?:you need )?to know$/i,
    ],
    ['whatWeKnow', /^what (?:we|is) know(?:n)?(?: so far)?$/i],
    [
      'whatWeDontKnow',
      /^what (?:we (?:still )?(?:don[’']t|do not)(?: yet)? know|is (?:still )?(?:unclear|unknown|not known))(?: yet)?$|^(?:open|unanswered) questions$/i,
    ],
    ['whatsNext', /^what(?:[’']s| is| happens| comes) next\??$|^next steps$|^looking ahead$/i],
    [
      'timeline',
      /^(?:a )?timeline(?: of .+)?$|^how (?:it|we|they|things) (?:came|got) (?:to this|here|there)$|^chronology$/i,
    ],
    ['questions', /^(?:questions and answers|q ?(?:&|and) ?a|faqs?|frequently asked questions|what readers ask)$/i],
    ['background', /^(?:the )?(?:background|context)$/i],
    ['process', /^how we reported (?:this|it)(?: story)?$|^methodology$/i],
    ['disclosure', /^disclosures?$/i],
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
    '(?:[Ff]ormer |[Tt]hen-?|[Aa]cting |[Dd]eputy |[Aa]ssistant |[Aa]ssociate |[Ss]enior |[Cc]hief |[Vv]ice )*(?:[Pp]resident|[Pp]rime [Mm]inister|[Cc]hancellor|King|Queen|Pope|Prince|Princess|[Mm]ayor|[Gg]overnor|Gov\\.|[Ss]enator|Sen\\.|[Rr]epresentative|Rep\\.|[Cc]ongress(?:wo)?man|[Mm]inister|[Ss]ecretary(?: of State| General|-General)?|[Jj]udge|[Jj]ustice|General|Gen\\.|Lt\\.|Lieutenant|Sgt\\.|Sergeant|Colonel|Col\\.|Captain|Capt\\.|Major|Maj\\.|Admiral|Adm\\.|Dr\\.?|Doctor|[Pp]rofessor|Prof\\.?|Mr\\.?|Mrs\\.?|Ms\\.?|Sir|Dame|Lord|Lady|Baroness|Cardinal|Archbishop|Taoiseach|T[aá]naiste|[Pp]remier|[Ss]peaker|[Ss]upervisor|Supt\\.?|[Cc]onstable|[Cc]omptroller|[Ee]xecutive|Sheriff|Sherrif|[Cc]hief|[Aa]mbassador|[Cc]ouncill?or|[Cc]ouncil(?:wo)?man|[Cc]ouncil [Mm]ember|[Bb]oard [Mm]ember|[Aa]ttorney(?: General)?|[Cc]ommissioner|[Dd]irector|[Cc]hair(?:man|woman|person)?|[Ss]pokes(?:man|woman|person)|[Ss]uperintendent|[Aa]dministrator|[Ii]nspector|[Dd]etective|[Oo]fficer|[Pp]rosecutor|[Ll]awyer|[Aa]nalyst|[Ee]conomist|[Ss]cientist|[Rr]esearcher|[Ee]ngineer|[Mm]anager|[Ff]ounder|[Oo]wner|[Ee]ditor|[Cc]oach|Bishop|Rabbi|Imam|Pastor|Rev\\.|Reverend|[Tt]reasurer|[Aa]uditor|[Tt]rustee|[Cc]oordinator|[Oo]rganizer|[Aa]ctivist|[Ll]eader|[Aa]dvis[eo]r|[Ss]trategist|CEO|CFO|CIO|CTO)',
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
    ['whyItMatters', /^(?:¿)?por qué (?:es importante|importa)(?: .+)?\??$/i],
    ['officials', /^(?:¿)?qué (?:dicen|están diciendo) .+\??$|^reacciones$/i],
    ['keyPoints', /^(?:puntos|datos) clave$|^en breve$|^lo esencial$/i],
    ['whatWeKnow', /^(?:¿)?(?:qué|lo que) sabemos\??$/i],
    ['whatWeDontKnow', /^(?:¿)?(?:qué|lo que) (?:aún |todavía )?no sabemos\??$/i],
    ['whatsNext', /^(?:¿)?qué (?:sigue|viene|pasará)(?: ahora| después)?\??$|^próximos pasos$/i],
    ['timeline', /^cronología(?: .+)?$|^cómo (?:se )?lleg(?:ó|amos) (?:a esto|hasta aquí)$/i],
    ['questions', /^preguntas y respuestas$|^preguntas frecuentes$/i],
    ['background', /^(?:antecedentes|contexto)$/i],
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
    'presidente|presidenta|alcalde|alcaldesa|gobernador|gobernadora|senador|senadora|ministro|ministra|Presidente|Presidenta|Alcalde|Alcaldesa|Gobernador|Gobernadora|Senador|Senadora|Ministro|Ministra|[Cc]ardenal|[Pp]apa|[Cc]anciller|[Dd]iputad[oa]|[Cc]oncejal|[Ff]iscal|[Jj]ef[ea]|[Dd]irectora?|[Ss]ecretari[oa]|[Pp]ortavoz|[Vv]ocer[oa]|[Cc]oronel|[Cc]apitán|[Pp]rofesora?|[Aa]bogad[oa]|[Ss]r\\.|[Ss]ra\\.|[Dd]on|[Dd]oña|Dr\\.|Dra\\.',
  media:
    /\b(?:Diario|Noticias|Prensa|Agencia|Radio|Televisión|El País|Tiempo|Mundo|Espectador|Nación|Heraldo|Universal|Semana)\b/,
  credit: /\(?\b(?:fotos?|imagen|imágenes|ilustración|crédito)(?:\s+de|\s*:)\s*([^()]+?)\)?\.?$/i,
  question: /^P(?:regunta)?\s*[:.]\s*/,
  answer: /^R(?:espuesta)?\s*[:.]\s*/,
};

const languages: Record<string, Cues> = { en, es };

/** The cues of a language; English ones where nobody has described it. */
export const cuesFor = (lang: string): Cues => languages[lang.split('-')[0] ?? ''] ?? en;
