import type { NestedPatterns, PackedPatterns } from './packed-patterns.js'

/** The fewest letters left before and after a hyphen, where they are not 2 and 3. */
export const hyphenMinima: { [language: string]: readonly [number, number] } = {
  cs: [2, 2],
  da: [2, 2],
  de: [2, 2],
  en: [3, 3],
  'en-gb': [3, 3],
  'en-us': [3, 3],
  'de-ch': [2, 2],
  es: [2, 2],
  fi: [2, 2],
  hu: [2, 2],
  it: [2, 2],
  nb: [2, 2],
  nl: [2, 2],
  nn: [2, 2],
  pl: [2, 2],
  ru: [2, 2],
  sv: [2, 2],
  uk: [2, 2],
}

/**
 * Where each language's patterns lie. Written out, so that a bundler gives each its own file, read only when asked for. The
 * build has packed them.
 */
export const patternFiles: { [language: string]: () => Promise<{ default: NestedPatterns | PackedPatterns }> } = {
  af: () => import('hyphen/patterns/af.js'),
  be: () => import('hyphen/patterns/be.js'),
  bg: () => import('hyphen/patterns/bg.js'),
  bn: () => import('hyphen/patterns/bn.js'),
  ca: () => import('hyphen/patterns/ca.js'),
  cs: () => import('hyphen/patterns/cs.js'),
  cy: () => import('hyphen/patterns/cy.js'),
  da: () => import('hyphen/patterns/da.js'),
  de: () => import('hyphen/patterns/de-1996.js'),
  'de-ch': () => import('hyphen/patterns/de-ch-1901.js'),
  el: () => import('hyphen/patterns/el-monoton.js'),
  en: () => import('hyphen/patterns/en-us.js'),
  'en-us': () => import('hyphen/patterns/en-us.js'),
  'en-gb': () => import('hyphen/patterns/en-gb.js'),
  es: () => import('hyphen/patterns/es.js'),
  et: () => import('hyphen/patterns/et.js'),
  eu: () => import('hyphen/patterns/eu.js'),
  fi: () => import('hyphen/patterns/fi.js'),
  fr: () => import('hyphen/patterns/fr.js'),
  ga: () => import('hyphen/patterns/ga.js'),
  gl: () => import('hyphen/patterns/gl.js'),
  gu: () => import('hyphen/patterns/gu.js'),
  hi: () => import('hyphen/patterns/hi.js'),
  hr: () => import('hyphen/patterns/hr.js'),
  hu: () => import('hyphen/patterns/hu.js'),
  hy: () => import('hyphen/patterns/hy.js'),
  id: () => import('hyphen/patterns/id.js'),
  is: () => import('hyphen/patterns/is.js'),
  it: () => import('hyphen/patterns/it.js'),
  ka: () => import('hyphen/patterns/ka.js'),
  kn: () => import('hyphen/patterns/kn.js'),
  la: () => import('hyphen/patterns/la.js'),
  lt: () => import('hyphen/patterns/lt.js'),
  lv: () => import('hyphen/patterns/lv.js'),
  mk: () => import('hyphen/patterns/mk.js'),
  ml: () => import('hyphen/patterns/ml.js'),
  mr: () => import('hyphen/patterns/mr.js'),
  nb: () => import('hyphen/patterns/nb.js'),
  nl: () => import('hyphen/patterns/nl.js'),
  nn: () => import('hyphen/patterns/nn.js'),
  no: () => import('hyphen/patterns/no.js'),
  oc: () => import('hyphen/patterns/oc.js'),
  pa: () => import('hyphen/patterns/pa.js'),
  pl: () => import('hyphen/patterns/pl.js'),
  pt: () => import('hyphen/patterns/pt.js'),
  ro: () => import('hyphen/patterns/ro.js'),
  ru: () => import('hyphen/patterns/ru.js'),
  sk: () => import('hyphen/patterns/sk.js'),
  sl: () => import('hyphen/patterns/sl.js'),
  sq: () => import('hyphen/patterns/sq.js'),
  sr: () => import('hyphen/patterns/sr-cyrl.js'),
  sv: () => import('hyphen/patterns/sv.js'),
  ta: () => import('hyphen/patterns/ta.js'),
  te: () => import('hyphen/patterns/te.js'),
  tr: () => import('hyphen/patterns/tr.js'),
  uk: () => import('hyphen/patterns/uk.js'),
}

/** Returns the name under which a language's patterns are kept: the region's own, else the language's. */
export function patternName(language: string): string | undefined {
  const [primary = '', ...rest] = language.toLowerCase().split('-')
  const region = rest.find(part => part.length === 2)
  // Outside North America English words divide as they do in Britain.
  if (primary === 'en' && region && region !== 'us' && region !== 'ca' && region !== 'ph') return 'en-gb'
  if (region && Object.hasOwn(patternFiles, `${primary}-${region}`)) return `${primary}-${region}`
  return Object.hasOwn(patternFiles, primary) ? primary : undefined
}
