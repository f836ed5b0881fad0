import { type Class, classOf, edgeOf, type Mark, type Token } from './tokens.js'

/** One way to write a mark: signs, which depend on their neighbours, or tags, which never do. */
export interface Delimiter {
  open: string
  close: string
  /** The character that the signs are made of; tags have none. */
  sign?: '*' | '_' | '~'
}

const signs = (text: string): Delimiter => ({ open: text, close: text, sign: text.charAt(0) as '*' | '_' | '~' })
const tags = (name: string): Delimiter => ({ open: `<${name}>`, close: `</${name}>` })

/** How each mark may be written, the preferred way first. Tags close the list: they hold where no sign can. */
const ways: { readonly [mark in Mark]: readonly Delimiter[] } = {
  emphasis: [signs('*'), signs('_'), tags('em')],
  strong: [signs('**'), signs('__'), tags('strong')],
  strike: [signs('~~'), tags('s')],
}

/** Returns the delimiter of every opening token, by the token's place. */
export function chooseDelimiters(tokens: readonly Token[]): Map<number, Delimiter> {
  const chosen = new Map<number, Delimiter>()
  const open: number[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'close') open.pop()
    if (token.kind !== 'open') continue
    const way = ways[token.mark].find(way => fits(way, index, token.close, tokens, chosen, open))!
    chosen.set(index, way)
    open.push(index)
  }
  return chosen
}

/** Returns whether signs at these two places would open and close one another, and nothing else. */
function fits(
  way: Delimiter,
  open: number,
  close: number,
  tokens: readonly Token[],
  chosen: ReadonlyMap<number, Delimiter>,
  around: readonly number[],
): boolean {
  if (!way.sign) return true
  if (open + 1 === close) return false
  const sameAround = around.some(index => chosen.get(index)?.sign === way.sign)
  const touching = [signOf(open - 1, tokens, chosen), signOf(close + 1, tokens, chosen)]
  // Two runs of one sign would be read as one longer run.
  if (touching.includes(way.sign)) return false
  const atOpen = flanking(classBefore(open, tokens), classAfter(open, tokens))
  const atClose = flanking(classBefore(close, tokens), classAfter(close, tokens))
  if (!canOpen(way.sign, atOpen) || !canClose(way.sign, atClose)) return false
  // A run that could also close would close the mark around it; strikes have no second sign to tell them apart. Parsers let
  // every run close that stands after another's sign.
  const afterSign = /[*_~]/.test(edgeOf(tokens[open - 1], 'last'))
  return !(sameAround && (way.sign === '~' || afterSign || canClose(way.sign, atOpen)))
}

/** The sign of a delimiter that was chosen already and stands at this place. */
function signOf(index: number, tokens: readonly Token[], chosen: ReadonlyMap<number, Delimiter>): string | undefined {
  const token = tokens[index]
  if (token?.kind === 'open') return chosen.get(index)?.sign
  return token?.kind === 'close' ? chosen.get(token.open)?.sign : undefined
}

const classBefore = (index: number, tokens: readonly Token[]): Class => classOf(edgeOf(tokens[index - 1], 'last'))
const classAfter = (index: number, tokens: readonly Token[]): Class => classOf(edgeOf(tokens[index + 1], 'first'))

interface Flanking {
  left: boolean
  right: boolean
  before: Class
  after: Class
}

/** CommonMark 6.2: left-flanking and right-flanking delimiter runs. */
function flanking(before: Class, after: Class): Flanking {
  return {
    left: after !== 'space' && (after !== 'punctuation' || before !== 'word'),
    right: before !== 'space' && (before !== 'punctuation' || after !== 'word'),
    before,
    after,
  }
}

function canOpen(sign: string, { left, right, before }: Flanking): boolean {
  return left && (sign !== '_' || !right || before === 'punctuation')
}

function canClose(sign: string, { left, right, after }: Flanking): boolean {
  return right && (sign !== '_' || !left || after === 'punctuation')
}
