/** Capitals of languages that have their own, by letter. */
const own: { readonly [language: string]: { readonly [letter: string]: string } } = {
  tr: { i: 'İ' },
  az: { i: 'İ' },
  de: { ß: 'ẞ' },
}

/** Accents and breathings, which Greek capitals do not carry; the diaeresis stays. */
const greekAccents = /[\u0300\u0301\u0313\u0314\u0342\u0345]/g

/** Returns capitals as a language writes them, letter for letter: one that has no single capital stays as it is. */
export function capitals(text: string, language: string): string {
  const primary = language.slice(0, 2).toLowerCase()
  const special = own[primary] ?? {}
  const isGreek = primary === 'el'
  let result = ''
  for (const letter of text) {
    const bare = isGreek ? letter.normalize('NFD').replace(greekAccents, '').normalize('NFC') : letter
    const upper = special[letter] ?? bare.toUpperCase()
    result += upper.length === letter.length ? upper : letter
  }
  return result
}
