/** Capitals of languages that have their own, by letter. */
const own: { readonly [language: string]: { readonly [letter: string]: string } } = {
  tr: { i: 'İ' },
  az: { i: 'İ' },
  // Greek capitals carry no accent; the diaeresis stays.
  el: {
    ά: 'Α',
    έ: 'Ε',
    ή: 'Η',
    ί: 'Ι',
    ό: 'Ο',
    ύ: 'Υ',
    ώ: 'Ω',
    ΐ: 'Ϊ',
    ΰ: 'Ϋ',
    Ά: 'Α',
    Έ: 'Ε',
    Ή: 'Η',
    Ί: 'Ι',
    Ό: 'Ο',
    Ύ: 'Υ',
    Ώ: 'Ω',
  },
  de: { ß: 'ẞ' },
}

/** Returns capitals as a language writes them, letter for letter: one that has no single capital stays as it is. */
export function capitals(text: string, language: string): string {
  const special = own[language.slice(0, 2).toLowerCase()] ?? {}
  let result = ''
  for (const letter of text) {
    const upper = special[letter] ?? letter.toUpperCase()
    result += upper.length === letter.length ? upper : letter
  }
  return result
}
