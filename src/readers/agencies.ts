/** News agencies as datelines and bylines name them: by their signs, in the capitals that those have, and by their names. */
const agencies = new Set(
  [
    'AP|The AP|Associated Press|The Associated Press|AFP|Agence France-Presse|Reuters|Thomson Reuters|Rtrs|UPI|Bloomberg',
    'Bloomberg News|dpa|DPA|dpa-AFX|Deutsche Presse-Agentur|apa|APA|Austria Presse Agentur|sda|SDA|ATS|Keystone-SDA|epd|KNA|SID',
    'ANSA|AGI|Adnkronos|EFE|Agencia EFE|Europa Press|Lusa|LUSA|ANP|Belga|Ritzau|NTB|TT|STT|BNS|PAP|ČTK|MTI|Tanjug|Hina',
    'TASS|ТАСС|РИА Новости|Интерфакс|Interfax|Рейтер|Xinhua|Xinhua News Agency|新华社|Kyodo|Kyodo News|共同|Jiji|Jiji Press',
    'Yonhap|Yonhap News Agency|PTI|Press Trust of India|ANI|PA|PA Media|Press Association|The Press Association',
    'CP|Canadian Press|The Canadian Press|AAP|Australian Associated Press|MENA|WAM|SPA|QNA|KUNA|NNA|SANA|Anadolu|Anadolu Agency',
    'AA|İHA|رويترز|أ ف ب|ا ف ب|أ ب|د ب أ|وام|واس|وكالات',
  ].flatMap(line => line.split('|')),
)

/** Returns whether words are a news agency's name or sign. */
export const isAgency = (words: string): boolean => agencies.has(words)
