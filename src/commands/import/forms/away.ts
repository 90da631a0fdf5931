/** Lines that lead away from an article, alone or with a headline behind them, as newsrooms write them. */
const lines = [
  // English
  "read (?:more|also|next)|also read|more on this(?: story)?|see also|related(?: (?:stories|articles|content|posts?|coverage|news|topics))?|recommended(?: for you)?|you (?:may|might) (?:also )?(?:like|be interested in)|don[’']t miss|(?:article|story) continues below.*|(?:sign up|subscribe) (?:for|to|now)\\b.*|follow us\\b.*|follow .{2,60} on (?:our )?(?:twitter|facebook|x|instagram|telegram|whatsapp|google news)\\b.*|click here to\\b.*|share this(?: story| article| post)?|log in to post.*|continue reading.*|most (?:read|popular)|more stories|more from .{2,40}|get the latest .{0,40}newsletter.*|download (?:the|our) .{0,30}app\\b.*|view comments|never miss .*|for (?:the latest|more) .{5,120} (?:download|follow|visit|subscribe|sign up|click)\\b.*|(?:this (?:article|story) )?(?:first |originally )?published (?:on|by|in) .{3,40} with permission.*|leave a (?:comment|reply)|advertisements?|sponsored(?: content)?|loading(?: \\.\\.\\.|…)?",
  // German
  'lesen sie (?:auch|hier|mehr|dazu|weiter).*|lies auch|auch lesen(?:swert)?|mehr (?:zum thema|dazu|lesen|von uns)|mehr themen|das könnte (?:sie|dich) auch interessieren|zum weiterlesen|weiterführende links|weitere (?:artikel|beiträge|themen)|empfohlene beiträge|artikel teilen|anzeige|werbung|inhaltsverzeichnis|zurück zur .{2,30}',
  // French
  '(?:à|a) lire (?:aussi|également)|lire (?:aussi|également|la suite)|voir aussi|sur le même (?:sujet|thème)|publicité|partager(?: cet article)?|abonnez-vous.*',
  // Spanish
  'le(?:a|e) (?:también|además|más)|lee también|te puede interesar|le puede interesar|vea también|ver también|mire|mira también|más información|noticias relacionadas|compartir|publicidad|suscríbete.*|sigue leyendo',
  // Portuguese, Italian, Dutch, Polish
  'leia (?:também|mais)|veja também|saiba mais|publicidade|compartilhe|leggi anche|vedi anche|pubblicità|condividi|lees ook|lees meer|advertentie|deel dit artikel|czytaj (?:także|też|również|więcej)|zobacz także|reklama',
  // Swedish, Danish, Norwegian, Finnish, Turkish
  'läs (?:också|även|mer)|læs også|les også|annons|annonce|lue myös|mainos|ayrıca okuyun|ilgili haberler|reklam',
  // Russian, Ukrainian, Arabic, Persian, Hebrew
  'читайте также|читайте по теме|смотрите также|материалы по теме|реклама|читайте також|дивіться також|اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|مواضيع ذات صلة|إعلان|بیشتر بخوانید|مطالب مرتبط|קראו גם|קרא עוד|פרסומת',
  // Chinese, Japanese, Korean, Vietnamese, Thai, Hindi
  '相关(?:阅读|新闻|报道)|延伸阅读|推荐阅读|广告|相關(?:閱讀|新聞)|延伸閱讀|廣告|関連(?:記事|ニュース)|あわせて読みたい|続きを読む|広告|관련\\s?(?:기사|뉴스)|광고|xem thêm|đọc thêm|quảng cáo|อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง|यह भी पढ़ें|ये भी पढ़ें|विज्ञापन',
].join('|');

const alone = new RegExp(`^[\\s•*»›>|–—-]*(?:${lines})[\\s•*«‹<|:….!–—-]*$`, 'iu');
const titled = new RegExp(`^[\\s•*»›>|–—-]*(?:${lines})\\s*[:：|»›>–—]\\s*\\S`, 'iu');

/** Whether a line leads to another text: “Read more”, “Lesen Sie auch: …”. */
export const leadsAway = (words: string): boolean =>
  words.length > 1 && words.length < 200 && (alone.test(words) || titled.test(words));
