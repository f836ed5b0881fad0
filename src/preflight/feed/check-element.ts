import { checkAddress } from './check-address.js'
import { checkRfc822, checkRfc3339 } from './check-date.js'
import { checkHtml } from './check-html.js'
import { checkNotBlank, checkPlainText, type SourceLines } from './check-text.js'
import { type ElementRule, unknownLanguages } from './feed-elements.js'
import type { SayFault } from './feed-report.js'
import type { FeedElement } from './feed-tree.js'

/** What every check is given. */
export interface FeedCheck {
  lines: SourceLines
  /** Milliseconds since 1970, against which dates are judged. */
  now: number
  /** Address under which the feed stands, where known. */
  url: string | undefined
  say: SayFault
}

/** Judges the elements inside one by a table: names it does not have, doubles, and the text of each. */
export function checkElements(
  parent: FeedElement,
  rules: { readonly [name: string]: ElementRule },
  check: FeedCheck,
): void {
  const seen = new Set<string>()
  for (const child of parent.children) {
    const rule = Object.hasOwn(rules, child.name) ? rules[child.name] : undefined
    if (!rule) {
      if (!child.name.includes(':'))
        check.say('UndefinedElement', child, `\`${parent.name}\` cannot hold \`${child.name}\``)
      continue
    }
    if (rule.once && seen.has(child.name))
      check.say('DuplicateElement', child, `\`${parent.name}\` holds more than one \`${child.name}\``)
    seen.add(child.name)
    if (rule.filled) checkNotBlank(child, check.say)
    // RSS overlooks white space around a value.
    checkKind({ ...child, text: child.text.trim() }, rule.text, check)
  }
}

function checkKind(element: FeedElement, kind: ElementRule['text'], check: FeedCheck): void {
  const { say, lines, now } = check
  if (kind === 'plain') checkPlainText(element, lines, say)
  if (kind === 'html') checkHtml(element, say)
  if (kind === 'address') checkAddress(element.text, element, `\`${element.name}\``, say)
  if (kind === 'rfc822') checkRfc822(element, now, say)
  if (kind === 'rfc3339') checkRfc3339(element, now, say)
  if (kind === 'mail') checkContact(element, say)
  if (kind === 'language') checkLanguage(element, say)
  if (kind === 'positive' && !/^\s*[1-9]\d*\s*$/.test(element.text))
    say('InvalidPositiveInteger', element, `\`${element.name}\` is "${element.text}"; a number above zero is needed`)
}

/** RSS names people by their mail address: `mail@host (Name)`. */
function checkContact(element: FeedElement, say: SayFault): void {
  const value = element.text.trim()
  const hint = 'write `mail@example.org (Name)`, or name people in `dc:creator`'
  const mail = /^[^\s@()<>]+@[^\s@()<>]+\.[^\s@()<>]+/
  if (!value.includes('@'))
    say('InvalidContact', element, `\`${element.name}\` is "${value}", without a mail address`, hint)
  else if (value.endsWith(')')) {
    if (!mail.test(value))
      say('InvalidContact', element, `\`${element.name}\` is "${value}", without a mail address`, hint)
  } else if (value.includes(' ')) say('EmailFormat', element, `\`${element.name}\` is "${value}"`, hint)
  else say('MissingRealName', element, `\`${element.name}\` is "${value}", without a name`, hint)
}

/** Judges a language tag: letters and digits between hyphens, the first part of two or three letters. */
function checkLanguage(element: FeedElement, say: SayFault): void {
  const value = element.text
  const [primary = ''] = value.split('-')
  const good = /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(value) && !unknownLanguages.has(primary.toLowerCase())
  if (!good) say('InvalidLanguage', element, `the language is "${value}"`, 'write a tag such as `en-GB`')
}

/** Judges pairs of elements that say the same: readers take one and nobody knows which. */
export function checkTwins(
  parent: FeedElement,
  twins: readonly (readonly [string, string])[],
  rule: 'DuplicateSemantics' | 'DuplicateItemSemantics',
  say: SayFault,
): void {
  for (const [core, extension] of twins) {
    const both = [core, extension].every(name => parent.children.some(child => child.name === name))
    if (both) {
      const later = parent.children.findLast(child => child.name === core || child.name === extension)!
      say(rule, later, `\`${core}\` and \`${extension}\` say the same`, 'keep one of them')
    }
  }
}

/** Judges attributes that must be there; returns their values, `undefined` for a missing one. */
export function needAttributes(element: FeedElement, names: readonly string[], say: SayFault): (string | undefined)[] {
  return names.map(name => {
    const value = element.attributes[name]
    if (value === undefined) say('MissingAttribute', element, `\`${element.name}\` has no attribute \`${name}\``)
    return value
  })
}
