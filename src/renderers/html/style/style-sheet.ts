import { resolveStyle } from '../../../templates/style-names.js'
import type { FontRole, Style, StyleName, Template } from '../../../templates/template.js'
import { baseRules, darkRules, lastRules, printRules } from './base.js'
import { declarations, ruleOf, type Scale, safeName, scaleOf } from './declarations.js'
import { darkColours, darkPaper, lightPaper } from './palette.js'
import { runStyles, selectors } from './selectors.js'

/**
 * Returns a page's style sheet: the template's colours, faces and sizes as custom properties and rules, dark colours for who
 * prefers them, and a print style. It loads nothing.
 */
export function styleSheet(template: Template): string {
  const body = resolveStyle(template, 'body')
  const scale = scaleOf(body.size ?? 10.5)
  const light = rootRule({
    paper: lightPaper,
    ...named('colour', template.colours),
    ...fonts(template),
    ...measure(template, scale),
  })
  const dark = rootRule({ paper: darkPaper, ...named('colour', darkColours(template.colours)) })
  return [
    light,
    `@media screen and (prefers-color-scheme:dark){${dark}}`,
    baseRules,
    rule('body', declarations(lettersOf(body), scale)),
    ...selectors.map(([name, selector]) => {
      const style = runStyles.has(name) ? (template.styles[name] ?? {}) : resolveStyle(template, name)
      return rule(selector, declarations(onScreen(name, style), scale))
    }),
    ...paragraphRules(template, body, scale),
    `.quote{margin-block-end:${scale(spaceAfterQuote(template))}}`,
    ...tableRules(template, scale),
    mastheadRule(template),
    lastRules,
    darkRules,
    printRules,
  ]
    .filter(Boolean)
    .join('\n')
}

/** Styles of which only the letters count: the page itself says how much space stands around them. */
const lettersOnly: ReadonlySet<StyleName> = new Set<StyleName>(['boxBody', 'note', 'quoteSource', 'tableHead'])

/** Points. On paper the lines of a grid part a heading from its text; a browser's stand closer. */
const LEAST_AFTER_HEADING = 3

/** Returns what of a style the screen takes. Cells are padded one by one, and code in a line keeps the line's size. */
function onScreen(name: StyleName, style: Style): Style {
  if (name === 'inlineCode' || name === 'list') return {}
  if (name === 'dateline') return { ...style, size: undefined } as unknown as Style
  if (name === 'table') {
    const { padding: _padding, before: _before, after: _after, ...table } = style
    return table
  }
  if (name.startsWith('heading')) return { ...style, after: Math.max(style.after ?? 0, LEAST_AFTER_HEADING) }
  return lettersOnly.has(name)
    ? { ...lettersOf(style), ...(name === 'tableHead' && style.border && { border: style.border }) }
    : style
}

/** A style without its space, panel and rules. */
function lettersOf(style: Style): Style {
  const {
    before: _b,
    after: _a,
    indentStart: _s,
    indentEnd: _e,
    padding: _p,
    border: _r,
    background: _g,
    ...letters
  } = style
  return letters
}

function rootRule(properties: { [name: string]: string }): string {
  return rule(
    ':root',
    Object.entries(properties).map(([name, value]) => `--${name}:${value}`),
  )
}

function rule(selector: string, list: readonly string[]): string {
  return list.length === 0 ? '' : `${selector}{${list.join(';')}}`
}

function named(prefix: string, values: { readonly [name: string]: string }): { [name: string]: string } {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      `${prefix}-${safeName(name)}`,
      /^#[0-9a-f]{3,8}$/i.test(value) ? value : 'currentColor',
    ]),
  )
}

const fallbacks: { readonly [role in FontRole]: string } = {
  serif: 'Charter,"Bitstream Charter","Iowan Old Style",Georgia,serif',
  sans: 'system-ui,-apple-system,"Segoe UI",Roboto,sans-serif',
  mono: 'ui-monospace,"SF Mono",Menlo,Consolas,monospace',
}

function fonts(template: Template): { [name: string]: string } {
  return Object.fromEntries(
    (Object.keys(fallbacks) as FontRole[]).map(role => [
      `font-${role}`,
      `"${template.fonts[role].replace(/[^\p{L}\p{N} .-]/gu, '')}",${fallbacks[role]}`,
    ]),
  )
}

/** The text block of one column, never wider than about 75 letters. */
function measure({ page }: Template, scale: Scale): { measure: string } {
  const width = page.size === 'letter' ? 612 : page.size === 'a4' ? 595 : page.size.width
  const points = Math.min(width - page.margin.left - page.margin.right, 400)
  return { measure: scale(Math.max(points, 320)) }
}

/** Book paragraphs with an indent or news paragraphs with a space between, as the template has it. */
function paragraphRules(template: Template, body: Style, scale: Scale): string[] {
  if (body.firstLine && !body.after) {
    const quoted = template.styles.quote?.firstLine
    return [
      `.text>p+p,.text>.paywall>p+p{text-indent:${scale(body.firstLine)}}`,
      quoted ? `blockquote p+p{text-indent:${scale(quoted)};margin-block-start:0}` : '',
    ]
  }
  return [`.text>p,.paywall>p{margin-block-end:${scale(body.after || 8)}}`]
}

/** On paper the speaker's line brings the space below; on the page it is inside the figure. */
function spaceAfterQuote(template: Template): number {
  return Math.max(resolveStyle(template, 'quote').after ?? 0, resolveStyle(template, 'quoteSource').after ?? 0, 8)
}

function tableRules(template: Template, scale: Scale): string[] {
  const { padding, rowRule } = resolveStyle(template, 'table')
  const cell = padding
    ? `th,td{padding-block:${scale(padding.top)} ${scale(padding.bottom)};padding-inline:${scale(padding.left)} ${scale(padding.right)}}`
    : ''
  return [cell, rowRule ? `tbody tr+tr>*{border-block-start:${ruleOf(rowRule)}}` : '']
}

function mastheadRule({ masthead }: Template): string {
  return masthead?.rule ? `.masthead{border-block-end:${ruleOf(masthead.rule)}}` : ''
}
