import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import type { FeedPlace, SayFault } from './feed-report.js'
import type { FeedElement } from './feed-tree.js'
import { nestingFault } from './html-nesting.js'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** Elements that readers keep. */
const kept = new Set(
  (
    'a abbr acronym address area article aside audio b bdi big blockquote br button canvas caption center cite code col ' +
    'colgroup data datalist dd del details dfn dialog dir div dl dt em fieldset figcaption figure footer font form header ' +
    'h1 h2 h3 h4 h5 h6 hgroup hr i img input ins kbd label legend li main map mark menu meter nav ol optgroup option output ' +
    'p picture pre progress q rp rt ruby s samp section select small source span strike strong sub summary sup table tbody ' +
    'td template textarea tfoot th thead time tr track tt u ul var video noscript wbr'
  ).split(' '),
)
/** Elements of HTML that readers drop because they run or load something. */
const risky = new Set(
  'applet base basefont body embed frame frameset head html iframe link meta object param script slot style title'.split(
    ' ',
  ),
)

/** A text in HTML, and the element or member of the feed that holds it. */
export type HtmlText = FeedPlace & Pick<FeedElement, 'name' | 'text'>

/** Judges an element whose text is HTML: by its parse, its elements and attributes, and its addresses. */
export function checkHtml(element: HtmlText, say: SayFault): void {
  const { text, name } = element
  // Looked for first: of elements that are left open, browsers make others without end (HTML 13.2.4.3).
  let fault = nestingFault(text)
  if (fault) {
    say('NotHtml', element, `the HTML of \`${name}\` has a fault: ${fault}`)
    return
  }
  const fragment = parseFragment(text, {
    onParseError: ({ code, startLine }) => {
      if (!tolerated.has(code)) fault ??= `${code} in line ${startLine} of it`
    },
  })
  if (fault) {
    say('NotHtml', element, `the HTML of \`${name}\` has a fault: ${fault}`)
    return
  }
  for (const each of elementsIn(fragment)) checkElement(each, element, say)
  checkAddresses(text, element, say)
}

/** Faults that the W3C validator’s parser does not know. */
const tolerated: ReadonlySet<string> = new Set(['incorrectly-opened-comment'])

function* elementsIn(node: Node): Generator<Element> {
  if ('tagName' in node) yield node
  const children = 'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : []
  for (const child of children) yield* elementsIn(child)
}

function checkElement(each: Element, element: HtmlText, say: SayFault): void {
  const { tagName, attrs } = each
  if (risky.has(tagName)) {
    say('SecurityRisk', element, `\`${element.name}\` holds \`<${tagName}>\`, which readers drop`)
    return
  }
  if (!kept.has(tagName)) {
    say('NotHtml', element, `\`${element.name}\` holds \`<${tagName}>\`, which HTML in feeds does not have`)
    return
  }
  for (const { name, value } of attrs) {
    if (name.startsWith('on')) say('SecurityRiskAttr', element, `\`${element.name}\` holds the attribute \`${name}\``)
    if (name === 'style' && !safeStyle(value))
      say(
        'DangerousStyleAttr',
        element,
        `\`${element.name}\` holds the style "${value.slice(0, 60)}"`,
        'leave `style` out',
      )
  }
}

const safeProperty =
  /^(azimuth|background(-color)?|border(-(bottom|left|right|top))?(-(color|style|width))?|border-(collapse|spacing)|clear|color|cursor|direction|display|elevation|float|font(-(family|size|style|variant|weight))?|height|letter-spacing|line-height|list-style-type|(margin|padding)(-(bottom|left|right|top))?|overflow|pause(-(after|before))?|pitch(-range)?|richness|speak(-(header|numeral|punctuation))?|speech-rate|stress|text-(align|decoration|indent)|unicode-bidi|vertical-align|voice-family|volume|white-space|width)$/

function safeStyle(style: string): boolean {
  if (/[()]/.test(style.replace(/\([\d,\s]+\)/g, ''))) return false
  return style.split(';').every(declaration => {
    const [property = '', ...value] = declaration.split(':')
    return declaration.trim() === '' || (value.length === 1 && safeProperty.test(property.trim().toLowerCase()))
  })
}

/** Only where the attribute comes first, as the W3C validator looks: `<a href`, but `src` anywhere in `<img`. */
const references = /<(?:a\s+href|img\s+[^>]*?src)=(?:"(.*?)"|'(.*?)'|([\w-]+))[\s>]/gi

function checkAddresses(html: string, element: HtmlText, say: SayFault): void {
  for (const [, double, single, bare] of html.matchAll(references)) {
    const address = (double ?? single ?? bare ?? '').trim()
    if (/^\w+:/.test(address)) continue
    const odd = [...address].find(
      character => character < '\u0080' && !/[\da-z;/?:@&=+$.\-_!~*'()%,#]/i.test(character),
    )
    if (odd === undefined)
      say('ContainsRelRef', element, `\`${element.name}\` holds the relative address "${address}"`, 'write it whole')
    else
      say(
        'InvalidUriChar',
        element,
        `\`${element.name}\` holds the address "${address}", with ${JSON.stringify(odd)} in it`,
      )
  }
}
