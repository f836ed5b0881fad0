/**
 * The words that the program itself prints around an article, by language. Rows are data: to add a language, copy a row.
 * The order of `words` is `wordNames`; of `genres`, that of `article/genre.ts`. Dates are patterns of `{day} {month} {year}`, of
 * the Gregorian calendar as CLDR writes them; Thai says so (ค.ศ.), for its own calendar counts other years.
 */
export const wordNames = [
  'by',
  'and',
  'figure',
  'table',
  'pageOf',
  'continued',
  'published',
  'updated',
  'correction',
  'clarification',
  'update',
  'retraction',
  'notes',
  'backToText',
  'contents',
  'keyPoints',
  /** Marks advertising: `{name}` is who paid. */
  'sponsoredBy',
] as const

export interface LanguageRow {
  words: string
  genres: string
  months: string
  date: string
  /** What stands between a label and its number or text: ":" or " :" in French. */
  colon?: string
  /** What stands between the members of a list, with its space. Default ", ". */
  comma?: string
}

export const languages: { readonly [language: string]: LanguageRow } = {
  en: {
    words:
      'By|and|Figure|Table|{page} of {pages}|continued|Published|Updated|Correction|Clarification|Update|Retraction|Notes|Back to text|Contents|Key points|Sponsored by {name}',
    genres:
      'News|Analysis|Briefing|Feature|Opinion|Interview|Obituary|Review|Background|Report|Explainer|Profile|Satire|Live',
    months: 'January|February|March|April|May|June|July|August|September|October|November|December',
    date: '{day} {month} {year}',
  },
  'en-US': {
    words:
      'By|and|Figure|Table|{page} of {pages}|continued|Published|Updated|Correction|Clarification|Update|Retraction|Notes|Back to text|Contents|Key points|Sponsored by {name}',
    genres:
      'News|Analysis|Briefing|Feature|Opinion|Interview|Obituary|Review|Background|Report|Explainer|Profile|Satire|Live',
    months: 'January|February|March|April|May|June|July|August|September|October|November|December',
    date: '{month} {day}, {year}',
  },
  fr: {
    words:
      'Par|et|Figure|Tableau|{page} sur {pages}|suite|Publié le|Mis à jour le|Correction|Précision|Mise à jour|Rétractation|Notes|Retour au texte|Sommaire|Points clés|Sponsorisé par {name}',
    genres:
      'Actualité|Analyse|Note|Reportage|Opinion|Entretien|Nécrologie|Critique|Contexte|Rapport|Décryptage|Portrait|Satire|Direct',
    months: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
    date: '{day} {month} {year}',
    colon: ' :',
  },
  de: {
    words:
      'Von|und|Abbildung|Tabelle|{page} von {pages}|Fortsetzung|Veröffentlicht|Aktualisiert|Berichtigung|Klarstellung|Aktualisierung|Widerruf|Anmerkungen|Zurück zum Text|Inhalt|Das Wichtigste|Anzeige: gesponsert von {name}',
    genres:
      'Nachricht|Analyse|Briefing|Reportage|Meinung|Interview|Nachruf|Rezension|Hintergrund|Bericht|Erklärt|Porträt|Satire|Live',
    months: 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember',
    date: '{day}. {month} {year}',
  },
  es: {
    words:
      'Por|y|Figura|Tabla|{page} de {pages}|continuación|Publicado|Actualizado|Corrección|Aclaración|Actualización|Retractación|Notas|Volver al texto|Índice|Claves|Patrocinado por {name}',
    genres:
      'Noticias|Análisis|Informe breve|Reportaje|Opinión|Entrevista|Obituario|Reseña|Contexto|Informe|Explicativo|Perfil|Sátira|Directo',
    months: 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
    date: '{day} de {month} de {year}',
  },
  it: {
    words:
      'Di|e|Figura|Tabella|{page} di {pages}|continua|Pubblicato|Aggiornato|Correzione|Precisazione|Aggiornamento|Ritrattazione|Note|Torna al testo|Indice|Punti chiave|Sponsorizzato da {name}',
    genres:
      'Notizie|Analisi|Nota|Reportage|Opinione|Intervista|Necrologio|Recensione|Contesto|Rapporto|Spiegazione|Ritratto|Satira|Diretta',
    months: 'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre',
    date: '{day} {month} {year}',
  },
  pt: {
    words:
      'Por|e|Figura|Tabela|{page} de {pages}|continuação|Publicado|Atualizado|Correção|Esclarecimento|Atualização|Retratação|Notas|Voltar ao texto|Sumário|Pontos-chave|Patrocinado por {name}',
    genres:
      'Notícias|Análise|Nota|Reportagem|Opinião|Entrevista|Obituário|Crítica|Contexto|Relatório|Explicador|Perfil|Sátira|Ao vivo',
    months: 'janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro',
    date: '{day} de {month} de {year}',
  },
  nl: {
    words:
      'Door|en|Figuur|Tabel|{page} van {pages}|vervolg|Gepubliceerd|Bijgewerkt|Correctie|Verduidelijking|Update|Intrekking|Noten|Terug naar tekst|Inhoud|Kernpunten|Gesponsord door {name}',
    genres:
      'Nieuws|Analyse|Briefing|Reportage|Opinie|Interview|In memoriam|Recensie|Achtergrond|Rapport|Uitleg|Profiel|Satire|Live',
    months: 'januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december',
    date: '{day} {month} {year}',
  },
  sv: {
    words:
      'Av|och|Figur|Tabell|{page} av {pages}|fortsättning|Publicerad|Uppdaterad|Rättelse|Förtydligande|Uppdatering|Tillbakadragande|Noter|Tillbaka till texten|Innehåll|I korthet|Annons: sponsras av {name}',
    genres:
      'Nyheter|Analys|Briefing|Reportage|Åsikt|Intervju|Dödsruna|Recension|Bakgrund|Rapport|Förklaring|Porträtt|Satir|Direkt',
    months: 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december',
    date: '{day} {month} {year}',
  },
  da: {
    words:
      'Af|og|Figur|Tabel|{page} af {pages}|fortsat|Udgivet|Opdateret|Rettelse|Præcisering|Opdatering|Tilbagetrækning|Noter|Tilbage til teksten|Indhold|Kort fortalt|Annonce: sponsoreret af {name}',
    genres:
      'Nyheder|Analyse|Briefing|Reportage|Debat|Interview|Nekrolog|Anmeldelse|Baggrund|Rapport|Forklaring|Portræt|Satire|Live',
    months: 'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december',
    date: '{day}. {month} {year}',
  },
  nb: {
    words:
      'Av|og|Figur|Tabell|{page} av {pages}|fortsatt|Publisert|Oppdatert|Rettelse|Presisering|Oppdatering|Tilbaketrekking|Noter|Tilbake til teksten|Innhold|Kort fortalt|Annonsørinnhold: sponset av {name}',
    genres:
      'Nyheter|Analyse|Briefing|Reportasje|Meninger|Intervju|Nekrolog|Anmeldelse|Bakgrunn|Rapport|Forklart|Portrett|Satire|Direkte',
    months: 'januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember',
    date: '{day}. {month} {year}',
  },
  fi: {
    words:
      'Teksti:|ja|Kuva|Taulukko|{page} / {pages}|jatkuu|Julkaistu|Päivitetty|Oikaisu|Tarkennus|Päivitys|Peruutus|Viitteet|Takaisin tekstiin|Sisällys|Pääkohdat|Mainos: sponsori {name}',
    genres:
      'Uutiset|Analyysi|Tiivistelmä|Reportaasi|Mielipide|Haastattelu|Muistokirjoitus|Arvio|Tausta|Raportti|Selitys|Henkilökuva|Satiiri|Suora',
    months:
      'tammikuuta|helmikuuta|maaliskuuta|huhtikuuta|toukokuuta|kesäkuuta|heinäkuuta|elokuuta|syyskuuta|lokakuuta|marraskuuta|joulukuuta',
    date: '{day}. {month} {year}',
  },
  pl: {
    words:
      'Autor:|i|Rysunek|Tabela|{page} z {pages}|ciąg dalszy|Opublikowano|Zaktualizowano|Sprostowanie|Wyjaśnienie|Aktualizacja|Wycofanie|Przypisy|Powrót do tekstu|Spis treści|Najważniejsze|Artykuł sponsorowany: {name}',
    genres:
      'Wiadomości|Analiza|Briefing|Reportaż|Opinia|Wywiad|Nekrolog|Recenzja|Tło|Raport|Wyjaśniamy|Sylwetka|Satyra|Na żywo',
    months: 'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia',
    date: '{day} {month} {year}',
  },
  cs: {
    words:
      'Autor:|a|Obrázek|Tabulka|{page} z {pages}|pokračování|Vydáno|Aktualizováno|Oprava|Upřesnění|Aktualizace|Stažení|Poznámky|Zpět k textu|Obsah|Hlavní body|Sponzorováno: {name}',
    genres:
      'Zprávy|Analýza|Briefing|Reportáž|Názor|Rozhovor|Nekrolog|Recenze|Souvislosti|Zpráva|Vysvětlení|Profil|Satira|Živě',
    months: 'ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince',
    date: '{day}. {month} {year}',
  },
  ru: {
    words:
      'Автор:|и|Рисунок|Таблица|{page} из {pages}|продолжение|Опубликовано|Обновлено|Исправление|Уточнение|Обновление|Опровержение|Примечания|Назад к тексту|Содержание|Главное|Реклама: {name}',
    genres:
      'Новости|Анализ|Сводка|Репортаж|Мнение|Интервью|Некролог|Рецензия|Контекст|Доклад|Разбор|Портрет|Сатира|Онлайн',
    months: 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря',
    date: '{day} {month} {year}',
  },
  uk: {
    words:
      'Автор:|та|Рисунок|Таблиця|{page} з {pages}|продовження|Опубліковано|Оновлено|Виправлення|Уточнення|Оновлення|Спростування|Примітки|Назад до тексту|Зміст|Головне|Реклама: {name}',
    genres:
      'Новини|Аналіз|Зведення|Репортаж|Думка|Інтервʼю|Некролог|Рецензія|Контекст|Звіт|Пояснення|Портрет|Сатира|Наживо',
    months: 'січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня',
    date: '{day} {month} {year}',
  },
  el: {
    words:
      'Του/Της|και|Εικόνα|Πίνακας|{page} από {pages}|συνέχεια|Δημοσίευση|Ενημέρωση|Διόρθωση|Διευκρίνιση|Ενημέρωση|Ανάκληση|Σημειώσεις|Επιστροφή στο κείμενο|Περιεχόμενα|Βασικά σημεία|Χορηγία: {name}',
    genres:
      'Ειδήσεις|Ανάλυση|Ενημέρωση|Ρεπορτάζ|Άποψη|Συνέντευξη|Νεκρολογία|Κριτική|Υπόβαθρο|Έκθεση|Επεξήγηση|Πορτρέτο|Σάτιρα|Ζωντανά',
    months:
      'Ιανουαρίου|Φεβρουαρίου|Μαρτίου|Απριλίου|Μαΐου|Ιουνίου|Ιουλίου|Αυγούστου|Σεπτεμβρίου|Οκτωβρίου|Νοεμβρίου|Δεκεμβρίου',
    date: '{day} {month} {year}',
  },
  tr: {
    words:
      'Yazan:|ve|Şekil|Tablo|{page} / {pages}|devam|Yayımlandı|Güncellendi|Düzeltme|Açıklama|Güncelleme|Geri çekme|Notlar|Metne dön|İçindekiler|Öne çıkanlar|Sponsorlu içerik: {name}',
    genres:
      'Haber|Analiz|Bilgi notu|Dosya|Görüş|Söyleşi|Ölüm haberi|Eleştiri|Arka plan|Rapor|Açıklayıcı|Portre|Hiciv|Canlı',
    months: 'Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık',
    date: '{day} {month} {year}',
  },
  ar: {
    words:
      'بقلم|و|شكل|جدول|{page} من {pages}|تابع|نُشر في|حُدّث في|تصحيح|توضيح|تحديث|سحب|هوامش|العودة إلى النص|المحتويات|أبرز النقاط|برعاية {name}',
    genres: 'أخبار|تحليل|موجز|تقرير خاص|رأي|مقابلة|نعي|مراجعة|خلفية|تقرير|شرح|بورتريه|سخرية|مباشر',
    months: 'يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر',
    date: '{day} {month} {year}',
    comma: '، ',
  },
  he: {
    words:
      'מאת|ו|איור|טבלה|{page} מתוך {pages}|המשך|פורסם|עודכן|תיקון|הבהרה|עדכון|חזרה מפרסום|הערות|חזרה לטקסט|תוכן|עיקרי הדברים|בחסות {name}',
    genres: 'חדשות|ניתוח|תדריך|כתבה|דעה|ריאיון|הספד|ביקורת|רקע|דוח|הסבר|פרופיל|סאטירה|שידור חי',
    months: 'ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר',
    date: '{day} ב{month} {year}',
  },
  fa: {
    words:
      'نوشته|و|شکل|جدول|{page} از {pages}|ادامه|انتشار|به‌روزرسانی|تصحیح|توضیح|به‌روزرسانی|پس‌گرفتن|یادداشت‌ها|بازگشت به متن|فهرست|نکات کلیدی|با حمایت مالی {name}',
    genres: 'خبر|تحلیل|گزارش کوتاه|گزارش ویژه|دیدگاه|گفت‌وگو|درگذشت|نقد|پیشینه|گزارش|توضیح|چهره|طنز|زنده',
    months: 'ژانویهٔ|فوریهٔ|مارس|آوریل|مهٔ|ژوئن|ژوئیهٔ|اوت|سپتامبر|اکتبر|نوامبر|دسامبر',
    date: '{day} {month} {year}',
    comma: '، ',
  },
  hi: {
    words:
      'लेखक:|और|चित्र|तालिका|{pages} में से {page}|जारी|प्रकाशित|अद्यतन|सुधार|स्पष्टीकरण|अद्यतन|वापसी|टिप्पणियाँ|पाठ पर लौटें|विषय-सूची|मुख्य बिंदु|प्रायोजक: {name}',
    genres: 'समाचार|विश्लेषण|संक्षेप|फ़ीचर|विचार|साक्षात्कार|श्रद्धांजलि|समीक्षा|पृष्ठभूमि|रिपोर्ट|व्याख्या|परिचय|व्यंग्य|लाइव',
    months: 'जनवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर',
    date: '{day} {month} {year}',
  },
  ur: {
    words:
      'تحریر:|اور|شکل|جدول|{pages} میں سے {page}|جاری|اشاعت|تازہ کاری|تصحیح|وضاحت|تازہ اطلاع|دستبرداری|حواشی|متن پر واپس|فہرست|اہم نکات|اشتہار: {name} کے تعاون سے',
    genres: 'خبریں|تجزیہ|خلاصہ|فیچر|رائے|انٹرویو|وفات|تبصرہ|پس منظر|رپورٹ|وضاحت|شخصیت|طنز|براہ راست',
    months: 'جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر',
    date: '{day} {month}، {year}',
  },
  bn: {
    words:
      'লেখক:|এবং|চিত্র|সারণি|{page} / {pages}|চলমান|প্রকাশিত|হালনাগাদ|সংশোধন|ব্যাখ্যা|হালনাগাদ|প্রত্যাহার|টীকা|লেখায় ফিরুন|সূচিপত্র|মূল বিষয়|বিজ্ঞাপন: {name}-এর সৌজন্যে',
    genres: 'সংবাদ|বিশ্লেষণ|সংক্ষেপ|ফিচার|মতামত|সাক্ষাৎকার|শোকসংবাদ|পর্যালোচনা|প্রেক্ষাপট|প্রতিবেদন|ব্যাখ্যা|পরিচিতি|ব্যঙ্গ|সরাসরি',
    months: 'জানুয়ারি|ফেব্রুয়ারি|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর',
    date: '{day} {month}, {year}',
  },
  ta: {
    words:
      'எழுதியவர்:|மற்றும்|படம்|அட்டவணை|{page} / {pages}|தொடர்ச்சி|வெளியீடு|புதுப்பிப்பு|திருத்தம்|விளக்கம்|புதிய தகவல்|திரும்பப் பெறுதல்|குறிப்புகள்|உரைக்குத் திரும்பு|பொருளடக்கம்|முக்கிய அம்சங்கள்|விளம்பரம்: {name} ஆதரவுடன்',
    genres: 'செய்தி|பகுப்பாய்வு|சுருக்கம்|சிறப்புக் கட்டுரை|கருத்து|நேர்காணல்|இரங்கல்|விமர்சனம்|பின்னணி|அறிக்கை|விளக்கம்|ஆளுமை|நையாண்டி|நேரலை',
    months: 'ஜனவரி|பிப்ரவரி|மார்ச்|ஏப்ரல்|மே|ஜூன்|ஜூலை|ஆகஸ்ட்|செப்டம்பர்|அக்டோபர்|நவம்பர்|டிசம்பர்',
    date: '{day} {month}, {year}',
  },
  th: {
    words:
      'โดย|และ|ภาพที่|ตารางที่|หน้า {page} จาก {pages}|ต่อ|เผยแพร่|ปรับปรุง|แก้ไขข้อผิดพลาด|คำชี้แจง|ข้อมูลเพิ่มเติม|ถอนบทความ|หมายเหตุ|กลับไปที่เนื้อหา|สารบัญ|ประเด็นสำคัญ|โฆษณา: สนับสนุนโดย {name}',
    genres: 'ข่าว|วิเคราะห์|สรุปข่าว|สารคดี|ความคิดเห็น|สัมภาษณ์|ข่าวมรณกรรม|บทวิจารณ์|เบื้องหลัง|รายงาน|อธิบายข่าว|แนะนำบุคคล|เสียดสี|สด',
    months: 'มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม',
    date: '{day} {month} ค.ศ. {year}',
  },
  vi: {
    words:
      'Tác giả:|và|Hình|Bảng|{page} / {pages}|tiếp theo|Xuất bản|Cập nhật|Đính chính|Làm rõ|Cập nhật|Rút bài|Chú thích|Trở lại bài viết|Mục lục|Điểm chính|Quảng cáo: {name} tài trợ',
    genres:
      'Tin tức|Phân tích|Tóm tắt|Phóng sự|Ý kiến|Phỏng vấn|Cáo phó|Phê bình|Bối cảnh|Báo cáo|Giải thích|Chân dung|Châm biếm|Trực tiếp',
    months: 'tháng 1|tháng 2|tháng 3|tháng 4|tháng 5|tháng 6|tháng 7|tháng 8|tháng 9|tháng 10|tháng 11|tháng 12',
    date: '{day} {month}, {year}',
  },
  zh: {
    words:
      '作者：|和|图|表|第 {page} 页，共 {pages} 页|续|发布于|更新于|更正|说明|更新|撤稿|注释|返回正文|目录|要点|{name} 赞助内容',
    genres: '新闻|分析|简报|特写|观点|访谈|讣告|评论|背景|报告|解读|人物|讽刺|直播',
    months: '1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月',
    date: '{year}年{month}{day}日',
    colon: '：',
    comma: '、',
  },
  'zh-Hant': {
    words:
      '作者：|和|圖|表|第 {page} 頁，共 {pages} 頁|續|發布於|更新於|更正|說明|更新|撤稿|註釋|返回正文|目錄|重點|廣告：{name} 贊助',
    genres: '新聞|分析|簡報|特寫|觀點|專訪|訃聞|評論|背景|報告|解讀|人物|諷刺|直播',
    months: '1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月',
    date: '{year}年{month}{day}日',
    colon: '：',
  },
  ja: {
    words:
      '文：|・|図|表|{page} / {pages}|続き|公開|更新|訂正|補足|更新|撤回|注|本文に戻る|目次|要点|広告 提供：{name}',
    genres: 'ニュース|分析|ブリーフィング|特集|意見|インタビュー|訃報|書評|背景|報告|解説|人物|風刺|ライブ',
    months: '1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月',
    date: '{year}年{month}{day}日',
    colon: '：',
    comma: '、',
  },
  ko: {
    words:
      '글:|및|그림|표|{page} / {pages}|이어서|게시|수정|정정|설명|업데이트|철회|주석|본문으로|차례|핵심|광고 후원: {name}',
    genres: '뉴스|분석|브리핑|특집|의견|인터뷰|부고|평론|배경|보고서|해설|인물|풍자|라이브',
    months: '1월|2월|3월|4월|5월|6월|7월|8월|9월|10월|11월|12월',
    date: '{year}년 {month} {day}일',
  },
}
