import { resolveStyle } from '../../../templates/style-names.js'
import type { FontRole, Template } from '../../../templates/template.js'

/** The twelve colours of an Office theme, in the order of the schema (ISO/IEC 29500-1, 20.1.6.2). */
export const themeColours = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
] as const
export type ThemeColour = (typeof themeColours)[number]

/** What WordprocessingML calls the theme's colours in `w:themeColor` (17.18.97). */
export const themeColourNames: { readonly [slot in ThemeColour]: string } = {
  dk1: 'text1',
  lt1: 'background1',
  dk2: 'text2',
  lt2: 'background2',
  accent1: 'accent1',
  accent2: 'accent2',
  accent3: 'accent3',
  accent4: 'accent4',
  accent5: 'accent5',
  accent6: 'accent6',
  hlink: 'hyperlink',
  folHlink: 'followedHyperlink',
}

/** Where the colours that our templates name by habit go; other names take the accents that are left, in their order. */
const habits: { readonly [name: string]: ThemeColour } = {
  ink: 'dk1',
  paper: 'lt1',
  soft: 'dk2',
  tint: 'lt2',
  accent: 'accent1',
}
const accents: readonly ThemeColour[] = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6']

/** Returns which theme slot holds each of the template's colours; a seventh extra colour has none and stays a plain value. */
export function themeSlots(colours: Template['colours']): Map<string, ThemeColour> {
  const slots = new Map<string, ThemeColour>()
  for (const name of Object.keys(colours)) if (Object.hasOwn(habits, name)) slots.set(name, habits[name]!)
  const free = accents.filter(slot => ![...slots.values()].includes(slot))
  for (const name of Object.keys(colours)) if (!slots.has(name) && free.length > 0) slots.set(name, free.shift()!)
  return slots
}

/** Which family roles are the theme's body ("minor") and heading ("major") faces. A third one is named directly. */
export interface ThemeFonts {
  minor: FontRole
  major: FontRole
}

/** Returns the roles behind the theme's two faces: body text, and the first heading style that is set in another face. */
export function themeFonts(template: Template): ThemeFonts {
  const minor = resolveStyle(template, 'body').font ?? 'serif'
  const heads = (['heading1', 'title', 'header'] as const).map(name => resolveStyle(template, name).font ?? minor)
  return { minor, major: heads.find(role => role !== minor) ?? minor }
}
