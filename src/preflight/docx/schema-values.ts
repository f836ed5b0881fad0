/** What the values of an attribute look like. */
export type ValueRule = RegExp

const words = (list: string): RegExp => new RegExp(`^(${list.replaceAll(' ', '|')})$`)
const onOff = words('0 1 true false on off')
const whole = /^-?\d+$/
const positive = /^\d+$/
/** Twentieths of a point, or a length with its unit (ISO/IEC 29500-1, 22.9.2.14). */
const length = /^-?\d+(\.\d+)?(mm|cm|in|pt|pc|pi)?$/
const colour = /^(auto|[0-9A-Fa-f]{6})$/
const width = /^-?\d+(\.\d+)?(%|mm|cm|in|pt|pc|pi)?$/
const justification =
  'left center right both start end distribute mediumKashida highKashida lowKashida thaiDistribute numTab'
const line =
  'nil none single thick double dotted dashed dotDash dotDotDash triple thinThickSmallGap thickThinSmallGap thinThickThinSmallGap thinThickMediumGap thickThinMediumGap thinThickThinMediumGap thinThickLargeGap thickThinLargeGap thinThickThinLargeGap wave doubleWave dashSmallGap dashDotStroked threeDEmboss threeDEngrave outset inset'

const switches =
  'b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof vanish webHidden rtl cs specVanish keepNext keepLines pageBreakBefore widowControl suppressLineNumbers suppressAutoHyphens bidi contextualSpacing mirrorIndents titlePg tblHeader cantSplit qFormat semiHidden unhideWhenUsed hidden bidiVisual'

/** Values that we know the shape of, by element and attribute (ISO/IEC 29500-1, 17.18). */
export const valueRules: { readonly [element: string]: { readonly [attribute: string]: ValueRule } } = {
  ...Object.fromEntries(switches.split(' ').map(name => [`w:${name}`, { 'w:val': onOff }])),
  'w:jc': { 'w:val': words(justification) },
  'w:lvlJc': { 'w:val': words('left center right start end both') },
  'w:vertAlign': { 'w:val': words('baseline superscript subscript') },
  'w:u': {
    'w:val': words(
      'single words double thick dotted dottedHeavy dash dashedHeavy dashLong dashLongHeavy dotDash dashDotHeavy dotDotDash dashDotDotHeavy wave wavyHeavy wavyDouble none',
    ),
  },
  'w:sz': { 'w:val': positive },
  'w:szCs': { 'w:val': positive },
  'w:color': { 'w:val': colour },
  'w:shd': { 'w:fill': colour, 'w:color': colour },
  'w:spacing': {
    'w:before': length,
    'w:after': length,
    'w:line': length,
    'w:val': length,
    'w:lineRule': words('auto exact atLeast'),
  },
  'w:ind': { 'w:left': length, 'w:right': length, 'w:firstLine': length, 'w:hanging': length },
  'w:ilvl': { 'w:val': /^[0-8]$/ },
  'w:numId': { 'w:val': positive },
  'w:abstractNumId': { 'w:val': positive },
  'w:outlineLvl': { 'w:val': /^[0-9]$/ },
  'w:br': { 'w:type': words('page column textWrapping'), 'w:clear': words('none left right all') },
  'w:fldChar': { 'w:fldCharType': words('begin separate end') },
  'w:suff': { 'w:val': words('tab space nothing') },
  'w:multiLevelType': { 'w:val': words('singleLevel multilevel hybridMultilevel') },
  'w:tblLayout': { 'w:type': words('fixed autofit') },
  'w:tblW': { 'w:w': width, 'w:type': words('nil pct dxa auto') },
  'w:tcW': { 'w:w': width, 'w:type': words('nil pct dxa auto') },
  'w:tblInd': { 'w:w': width, 'w:type': words('nil pct dxa auto') },
  'w:gridCol': { 'w:w': length },
  'w:gridSpan': { 'w:val': positive },
  'w:vMerge': { 'w:val': words('continue restart') },
  'w:vAlign': { 'w:val': words('top center both bottom') },
  'w:headerReference': { 'w:type': words('even default first') },
  'w:footerReference': { 'w:type': words('even default first') },
  'w:pgSz': { 'w:w': length, 'w:h': length, 'w:orient': words('portrait landscape') },
  'w:pgMar': { 'w:top': length, 'w:bottom': length, 'w:left': length, 'w:right': length },
  'w:cols': { 'w:num': whole, 'w:space': length },
  'w:style': { 'w:type': words('paragraph character table numbering') },
  'w:footnote': { 'w:type': words('normal separator continuationSeparator continuationNotice'), 'w:id': whole },
  'w:ins': { 'w:id': whole, 'w:date': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/ },
  'w:del': { 'w:id': whole, 'w:date': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/ },
  ...Object.fromEntries(
    ['top', 'left', 'bottom', 'right', 'between', 'insideH', 'insideV'].map(side => [
      `w:${side}`,
      { 'w:val': words(line), 'w:color': colour, 'w:sz': positive, 'w:space': positive },
    ]),
  ),
}
