import type { FontRole, Template } from '../../../templates/template.js'
import { toAttribute, xmlHead } from '../xml-text.js'

interface Substitute {
  /** Faces to take where the family is not installed, nearest first. */
  instead: string
  family: 'roman' | 'swiss' | 'modern'
  pitch: 'variable' | 'fixed'
  panose: string
}

const substitutes: { readonly [role in FontRole]: Substitute } = {
  serif: { instead: 'Source Serif Pro,Georgia', family: 'roman', pitch: 'variable', panose: '02040603050405020204' },
  sans: { instead: 'Source Sans Pro,Segoe UI', family: 'swiss', pitch: 'variable', panose: '020B0503030403020204' },
  mono: { instead: 'Consolas', family: 'modern', pitch: 'fixed', panose: '020B0509030403020204' },
}

/** Returns `word/fontTable.xml`: what stands in for each family where it is missing (ISO/IEC 29500-1, 17.8.3). */
export function fontTable(template: Template): string {
  const fonts = new Map<string, Substitute>()
  for (const role of ['serif', 'sans', 'mono'] as const) {
    const family = template.fonts[role]
    const own = substitutes[role]
    if (!fonts.has(family)) fonts.set(family, own)
    const light = `${family} Light`
    if (role !== 'mono' && !fonts.has(light)) fonts.set(light, { ...own, instead: `${family},${own.instead}` })
  }
  const entries = [...fonts].map(([family, { instead, panose, family: kind, pitch }]) => {
    const names = `<w:altName w:val="${toAttribute(instead)}"/><w:panose1 w:val="${panose}"/>`
    return `<w:font w:name="${toAttribute(family)}">${names}<w:charset w:val="00"/><w:family w:val="${kind}"/><w:pitch w:val="${pitch}"/></w:font>`
  })
  return `${xmlHead}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`
}
