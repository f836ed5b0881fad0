import { rawAttribute, rawElements, rawInside } from './raw-xml.js'

/** Highest numbers that a letterhead's lists use: ours are counted on from there. */
export interface NumberingBase {
  abstract: number
  instance: number
}

/** Returns where our lists begin after those of a letterhead. */
export function numberingBase(theirs: string | undefined): NumberingBase {
  const base = { abstract: 0, instance: 0 }
  for (const { name, raw } of rawElements(rawInside(theirs ?? ''))) {
    const number = (attribute: string): number => Number(rawAttribute(raw, attribute)) || 0
    if (name === 'w:abstractNum') base.abstract = Math.max(base.abstract, number('w:abstractNumId') + 1)
    if (name === 'w:num') base.instance = Math.max(base.instance, number('w:numId'))
  }
  return base
}

/** Returns `word/numbering.xml` with both: definitions before instances (ISO/IEC 29500-1, 17.9.16). */
export function mergeNumbering(own: { definitions: string; instances: string }, theirs: string): string {
  const opening = /^<w:numbering(?:"[^"]*"|'[^']*'|[^>"'])*?\/?>/.exec(theirs)?.[0].replace(/\/>$/, '>') ?? ''
  const all = rawElements(rawInside(theirs))
  const named = (...names: string[]): string =>
    all
      .filter(each => names.includes(each.name))
      .map(each => each.raw)
      .join('')
  const definitions = named('w:numPicBullet', 'w:abstractNum') + own.definitions
  return `${opening}${definitions}${named('w:num')}${own.instances}${named('w:numIdMacAtCleanup')}</w:numbering>`
}
