import type { Rule, Style } from '../../../templates/template.js'

/** Body text on the screen, rem: 18 px where nobody changed it. */
const BODY = 1.125

/** Rem on the screen for a point on paper. */
export type Scale = (points: number) => string

/** Returns the scale at which a template's body text is comfortable on a screen. */
export function scaleOf(bodySize: number): Scale {
  const factor = BODY / bodySize
  return points => `${round(points * factor)}rem`
}

/** Returns a style as CSS declarations. Colours and faces are custom properties, so that a page can change them at one place. */
export function declarations(style: Style, scale: Scale): string[] {
  const list: string[] = []
  const set = (property: string, value: string | number | undefined) => {
    if (value !== undefined) list.push(`${property}:${value}`)
  }
  set('font-family', style.font && `var(--font-${style.font})`)
  set('font-weight', style.weight)
  set('font-style', style.italic === undefined ? undefined : style.italic ? 'italic' : 'normal')
  set('font-size', style.size && sizeOf(style.size, scale))
  set('line-height', style.size && style.leading ? round(style.leading / style.size) : undefined)
  set('color', style.colour && colour(style.colour))
  set('letter-spacing', style.tracking === undefined ? undefined : `${style.tracking}em`)
  set('text-transform', style.transform)
  // Ragged on screen whatever paper does: browsers justify without looking ahead, and phones have short lines.
  set('text-align', style.align === 'center' || style.align === 'end' ? style.align : undefined)
  set('font-variant-numeric', style.numerals && numerals[style.numerals])
  set('text-wrap', style.balance ? 'balance' : undefined)
  return [...list, ...boxDeclarations(style, scale)]
}

/** Space, panel and rules of a block. */
function boxDeclarations(style: Style, scale: Scale): string[] {
  const { padding, border = {} } = style
  const list: string[] = []
  if (style.before !== undefined || style.after !== undefined)
    list.push(`margin-block:${scale(style.before ?? 0)} ${scale(style.after ?? 0)}`)
  if (style.indentStart) list.push(`margin-inline-start:${scale(style.indentStart)}`)
  if (style.indentEnd) list.push(`margin-inline-end:${scale(style.indentEnd)}`)
  if (style.background && style.background !== 'none') list.push(`background:${colour(style.background)}`)
  if (padding)
    list.push(
      `padding-block:${scale(padding.top)} ${scale(padding.bottom)}`,
      `padding-inline:${scale(padding.left)} ${scale(padding.right)}`,
    )
  for (const [side, property] of sides) if (border[side]?.width) list.push(`border-${property}:${ruleOf(border[side])}`)
  return list
}

const sides = [
  ['top', 'block-start'],
  ['right', 'inline-end'],
  ['bottom', 'block-end'],
  ['left', 'inline-start'],
] as const

const numerals = {
  oldstyle: 'oldstyle-nums',
  lining: 'lining-nums',
  tabular: 'lining-nums tabular-nums',
} as const

/** Returns a hairline or bar; on a screen nothing is thinner than a pixel. */
export function ruleOf({ width, colour: name }: Rule): string {
  return `${Math.max(1, Math.round(width * 1.4))}px solid ${colour(name)}`
}

/** Large type shrinks on a narrow screen, so that a long word of a headline still fits. */
function sizeOf(points: number, scale: Scale): string {
  const size = Number.parseFloat(scale(points))
  return size <= BODY
    ? `${size}rem`
    : `clamp(${round(Math.max(BODY, size * 0.56))}rem,${round(size * 1.9)}vw + .55rem,${size}rem)`
}

/** A template names its colours; anything else would be code in a style sheet. */
function colour(name: string): string {
  return `var(--colour-${safeName(name)})`
}

/** Returns a name fit for a custom property. */
export function safeName(name: string): string {
  return name.replace(/[^\w-]/g, '-')
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
