import type { Template } from '../../../templates/template.js'
import type { Palette } from '../style/properties.js'
import { type ThemeColour, themeColours } from '../style/theme-slots.js'
import { toAttribute, xmlHead } from '../xml-text.js'

/** What a slot holds that no colour of the template takes: dark on light, links as the text. */
const spare: { readonly [slot in ThemeColour]: string } = {
  dk1: '000000',
  lt1: 'FFFFFF',
  dk2: '404040',
  lt2: 'F2F2F2',
  accent1: '7F3F3F',
  accent2: '3F5F7F',
  accent3: '5F7F3F',
  accent4: '7F6F3F',
  accent5: '5F3F7F',
  accent6: '3F7F7F',
  hlink: '0B5394',
  folHlink: '674EA7',
}

/** Returns `word/theme/theme1.xml`: the template's colours and faces, so that Word's own theme switch changes them. */
export function theme(template: Template, palette: Palette): string {
  const name = toAttribute(template.name)
  const bySlot = new Map(
    [...palette.slots].map(([colour, slot]) => [slot, template.colours[colour]!.slice(1).toUpperCase()]),
  )
  const colours = themeColours.map(
    slot => `<a:${slot}><a:srgbClr val="${bySlot.get(slot) ?? spare[slot]}"/></a:${slot}>`,
  )
  return `${xmlHead}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${name}"><a:themeElements><a:clrScheme name="${name}">${colours.join('')}</a:clrScheme><a:fontScheme name="${name}">${face('major', template.fonts[palette.fonts.major])}${face('minor', template.fonts[palette.fonts.minor])}</a:fontScheme>${formats}</a:themeElements></a:theme>`
}

/** Faces for scripts that ours lack, as Word ships them; it picks by the language of the text. */
const scripts = [
  ['Jpan', 'Yu Mincho'],
  ['Hang', 'Malgun Gothic'],
  ['Hans', 'SimSun'],
  ['Hant', 'PMingLiU'],
  ['Arab', 'Times New Roman'],
  ['Hebr', 'Times New Roman'],
  ['Thai', 'Angsana New'],
  ['Deva', 'Mangal'],
]
  .map(([script, typeface]) => `<a:font script="${script}" typeface="${typeface}"/>`)
  .join('')

function face(kind: 'major' | 'minor', family: string): string {
  return `<a:${kind}Font><a:latin typeface="${toAttribute(family)}"/><a:ea typeface=""/><a:cs typeface=""/>${scripts}</a:${kind}Font>`
}

const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
const line = `<a:ln w="6350">${fill}</a:ln>`
const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>'
/** A theme must have three of each (ISO/IEC 29500-1, 20.1.4.1.14); text uses none of them. */
const formats = `<a:fmtScheme name="Plain"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`
