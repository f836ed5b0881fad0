import type { FontRole, Rule, Style, Template } from '../../../templates/template.js'
import { eighths, halfPoints, twips } from '../measure.js'
import { toAttribute } from '../xml-text.js'
import { type ThemeColour, type ThemeFonts, themeColourNames, themeFonts, themeSlots } from './theme-slots.js'

/** Properties by element name, each as finished XML; the order of writing comes from the lists below. */
export interface Properties {
  [element: string]: string
}

/** The order of elements in `w:pPr` that we use (ISO/IEC 29500-1, 17.3.1.26, CT_PPrBase). */
const paragraphOrder = [
  'keepNext',
  'keepLines',
  'pageBreakBefore',
  'widowControl',
  'numPr',
  'pBdr',
  'shd',
  'tabs',
  'suppressAutoHyphens',
  'bidi',
  'spacing',
  'ind',
  'contextualSpacing',
  'jc',
  'outlineLvl',
]

/** The order of elements in `w:rPr` that we use (17.3.2.28, EG_RPrBase), Word 2010's own at the end ([MS-DOCX] 2.6.1). */
const runOrder = [
  'rFonts',
  'b',
  'bCs',
  'i',
  'iCs',
  'caps',
  'strike',
  'noProof',
  'color',
  'spacing',
  'position',
  'sz',
  'szCs',
  'u',
  'vertAlign',
  'lang',
  'w14:numForm',
  'w14:numSpacing',
]

/** What turns a template's looks into Word's properties: its fonts and colours as the theme holds them. */
export interface Palette {
  template: Template
  slots: Map<string, ThemeColour>
  fonts: ThemeFonts
  /** The text runs from right to left: bars stand at the right. */
  rtl: boolean
}

/** Returns the palette of a template. */
export function paletteOf(template: Template, rtl: boolean): Palette {
  return { template, rtl, slots: themeSlots(template.colours), fonts: themeFonts(template) }
}

/** Returns `w:pPr` holding what `own` has and `base` has not, or nothing where both look the same. */
export function paragraphProperties(own: Properties, base: Properties = {}): string {
  return wrap('w:pPr', paragraphOrder, own, base)
}

/** Returns `w:rPr` holding what `own` has and `base` has not, or nothing where both look the same. */
export function runProperties(own: Properties, base: Properties = {}): string {
  return wrap('w:rPr', runOrder, own, base)
}

function wrap(tag: string, order: readonly string[], own: Properties, base: Properties): string {
  let inside = ''
  for (const name of order) if (own[name] !== undefined && own[name] !== base[name]) inside += own[name]
  return inside && `<${tag}>${inside}</${tag}>`
}

/** Returns a switch: present or switched off. */
function toggle(name: string, on: boolean): string {
  return on ? `<w:${name}/>` : `<w:${name} w:val="0"/>`
}

/**
 * Returns what a look says about letters. A field that the look leaves open is left out, so that a character style changes
 * only what it means to change.
 */
export function letters(look: Style, palette: Palette): Properties {
  const properties: Properties = {}
  if (look.font) properties.rFonts = fontElement(look.font, look.weight === 300, palette)
  if (look.weight) addSwitch(properties, 'b', look.weight >= 600)
  if (look.italic !== undefined) addSwitch(properties, 'i', look.italic)
  if (look.transform) properties.caps = toggle('caps', look.transform === 'uppercase')
  if (look.colour) properties.color = colourElement(look.colour, palette)
  if (look.tracking !== undefined)
    properties.spacing = `<w:spacing w:val="${twips(look.tracking * (look.size ?? sizeOfBody(palette)))}"/>`
  if (look.size) {
    properties.sz = `<w:sz w:val="${halfPoints(look.size)}"/>`
    properties.szCs = `<w:szCs w:val="${halfPoints(look.size)}"/>`
  }
  if (look.underline !== undefined) properties.u = `<w:u w:val="${look.underline ? 'single' : 'none'}"/>`
  if (look.numerals) {
    properties['w14:numForm'] = `<w14:numForm w14:val="${look.numerals === 'oldstyle' ? 'oldStyle' : 'lining'}"/>`
    properties['w14:numSpacing'] =
      `<w14:numSpacing w14:val="${look.numerals === 'tabular' ? 'tabular' : 'proportional'}"/>`
  }
  return properties
}

/** Complex scripts read their own switches (17.3.2.2, 17.3.2.17), so both are always set together. */
function addSwitch(properties: Properties, name: 'b' | 'i', on: boolean): void {
  properties[name] = toggle(name, on)
  properties[`${name}Cs`] = toggle(`${name}Cs`, on)
}

function sizeOfBody(palette: Palette): number {
  return palette.template.styles.body?.size ?? 10.5
}

/**
 * Returns `w:rFonts`. Names stand beside theme references for programs that read no theme. A light face is a family of its
 * own in Word's font list, so it is named directly; where it is missing, the font table says what replaces it.
 */
function fontElement(role: FontRole, light: boolean, palette: Palette): string {
  const family = toAttribute(palette.template.fonts[role] + (light ? ' Light' : ''))
  const names = `w:ascii="${family}" w:hAnsi="${family}"`
  const theme = light
    ? undefined
    : role === palette.fonts.minor
      ? 'minor'
      : role === palette.fonts.major
        ? 'major'
        : undefined
  if (!theme) return `<w:rFonts ${names} w:cs="${family}"/>`
  return `<w:rFonts w:asciiTheme="${theme}HAnsi" ${names} w:hAnsiTheme="${theme}HAnsi" w:eastAsiaTheme="${theme}EastAsia" w:cstheme="${theme}Bidi"/>`
}

/** Returns a colour's value and theme reference as attributes, under the given attribute names. */
export function colourAttributes(name: string, palette: Palette, value = 'val', theme = 'themeColor'): string {
  const hex = (palette.template.colours[name] ?? '#000000').slice(1).toUpperCase()
  const slot = palette.slots.get(name)
  return `w:${value}="${hex}"${slot ? ` w:${theme}="${themeColourNames[slot]}"` : ''}`
}

function colourElement(name: string, palette: Palette): string {
  return `<w:color ${colourAttributes(name, palette)}/>`
}

const sides = ['top', 'left', 'bottom', 'right'] as const
/** Indents turn with the text's direction, borders do not. */
const mirrored = { top: 'top', left: 'right', bottom: 'bottom', right: 'left' } as const
/** Word's largest distance between border and text, points (17.3.4). */
const maxSpace = 31

/** Returns what a look says about its paragraph: spacing, indents, borders, panel. Everything is said, so that bases compare. */
export function block(look: Style, palette: Palette): Properties {
  return {
    keepNext: toggle('keepNext', look.keepWithNext ?? false),
    pBdr: borders(look, palette),
    shd: shade(look, palette) || '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>',
    spacing: spacing(look, palette),
    ind: indents(look),
    jc: `<w:jc w:val="${justification(look.align)}"/>`,
  }
}

/** Left and right mean start and end in Word: a right-to-left paragraph turns them round (17.3.1.13). */
function justification(align: Style['align']): string {
  return { start: 'left', end: 'right', center: 'center', justify: 'both' }[align ?? 'start']
}

/** Returns `w:shd` for a tinted look, else nothing. */
export function shade(look: Style, palette: Palette): string {
  if (!isTinted(look)) return ''
  return `<w:shd w:val="clear" w:color="auto" ${colourAttributes(look.background!, palette, 'fill', 'themeFill')}/>`
}

function isTinted(look: Style): boolean {
  return look.background !== undefined && look.background !== 'none'
}

/**
 * Returns `w:pBdr`. A tinted panel gets a border in its own tint on every side without a rule, because Word paints the
 * panel only as far as the border, and padding is the border's distance.
 */
function borders(look: Style, palette: Palette): string {
  const drawn = sides.map(side => {
    const from = palette.rtl ? mirrored[side] : side
    const rule = look.border?.[from]
    const space = Math.min(maxSpace, Math.round(look.padding?.[from] ?? 0))
    if (rule && rule.width > 0) return border(side, rule, space, palette)
    if (isTinted(look)) return border(side, { width: 0.25, colour: look.background! }, space, palette)
    // Sides are inherited one by one, so a side without a rule says so.
    return `<w:${side} w:val="nil"/>`
  })
  return `<w:pBdr>${drawn.join('')}</w:pBdr>`
}

/**
 * Returns one border of a paragraph, a table or a cell. A cell's distance from its text is its margin: a space said here,
 * even 0, makes LibreOffice forget the margin.
 */
export function border(side: string, rule: Rule, space: number | undefined, palette: Palette): string {
  const distance = space === undefined ? '' : ` w:space="${space}"`
  return `<w:${side} w:val="single" w:sz="${eighths(rule.width)}"${distance} ${colourAttributes(rule.colour, palette, 'color')}/>`
}

/** Heights of lines that our faces need, in em; a face that is not here gets what most need. */
const naturalLine: { readonly [role in FontRole]: number } = { serif: 1.37, sans: 1.42, mono: 1.26 }

/**
 * Returns `w:spacing`. Lines as the template wants them; "at least" where the face fits, so that a picture or a taller
 * script in the line makes room, "exactly" where the template sets tighter than the face (17.18.48).
 */
function spacing(look: Style, palette: Palette): string {
  const size = look.size ?? sizeOfBody(palette)
  const leading = look.leading ?? size * 1.4
  const fits = naturalLine[look.font ?? 'serif'] * size <= leading + 0.4
  return `<w:spacing w:before="${twips(look.before ?? 0)}" w:after="${twips(look.after ?? 0)}" w:line="${twips(leading)}" w:lineRule="${fits ? 'atLeast' : 'exact'}"/>`
}

/** How far borders and padding push the text in, points: Word draws the border outside the indent. */
function inset(look: Style, side: 'left' | 'right'): number {
  if (look.border?.[side]?.width || isTinted(look))
    return (look.padding?.[side] ?? 0) + (look.border?.[side]?.width ?? 0)
  return 0
}

function indents(look: Style): string {
  const first = twips(look.firstLine ?? 0)
  const start = twips((look.indentStart ?? 0) + inset(look, 'left'))
  const end = twips((look.indentEnd ?? 0) + inset(look, 'right'))
  return `<w:ind w:left="${start}" w:right="${end}" w:${first < 0 ? 'hanging' : 'firstLine'}="${Math.abs(first)}"/>`
}
