import type { SayFault } from './feed-report.js'
import type { FeedElement } from './feed-tree.js'

/** What RFC 2396 lets an absolute address hold; square brackets only around a host. */
const whole = /^[a-z][a-z\d+\-.]*:(?:\/\/)?(?:\[[\da-f:]+\])?[\da-z;/?:@&=+$.\-_!~*'()%,#]+$/i
const fits = /[\da-z;/?:@&=+$.\-_!~*'()%,#]/i

/** RFC 4151: who names, a year or day on which the host was theirs, then the name. */
const tag =
  /^tag:([a-z\d\-._]+@)?[a-z\d.-]+,\d{4}(-\d\d(-\d\d)?)?:[\w;/?:@&=+$.\-!~*'()%,]*(#[\w;/?:@&=+$.\-!~*'()%,]*)?$/
/** RFC 8141: a name space of two letters or more, then the name in it. */
const urn = /^urn:[a-z\d][a-z\d-]{1,31}:([a-z\d()+,.:=@;$_!*'-]|%[\da-f]{2})+$/i
const uuid = /^urn:uuid:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Judges an address that must be whole. Returns whether it is. */
export function checkAddress(value: string, element: FeedElement, what: string, say: SayFault): boolean {
  const scheme = /^(tag|urn):/i.exec(value)?.[1]?.toLowerCase()
  if (scheme === 'tag') return checkName(tag.test(value), 'InvalidTAG')
  if (scheme === 'urn' && /^urn:uuid:/i.test(value)) return checkName(uuid.test(value), 'InvalidUUID')
  if (scheme === 'urn') return checkName(urn.test(value), 'InvalidURN')
  if (whole.test(value)) return true
  if (checkCharactersOf(value, element, what, say))
    say('InvalidFullLink', element, `${what} is "${value}", which is no whole address`)
  return false

  function checkName(good: boolean, rule: 'InvalidTAG' | 'InvalidURN' | 'InvalidUUID'): boolean {
    if (!good) say(rule, element, `${what} is "${value}", which is not written as its scheme asks`)
    return good
  }
}

/** Judges the characters of an address. Returns whether all may stand in one. */
export function checkCharactersOf(value: string, element: FeedElement, what: string, say: SayFault): boolean {
  const odd = [...value].find(character => !fits.test(character))
  if (odd === undefined) return true
  if (odd.codePointAt(0)! < 128) return checkIri(value, element, what, say)
  const hint = 'write them percent-encoded, a host in Punycode'
  say('UriNotIri', element, `${what} is "${value}", with letters outside ASCII`, hint)
  return false
}

/** Judges an address that may hold letters of any script (RFC 4287, 2.). Returns whether all else may stand in one. */
export function checkIri(value: string, element: FeedElement, what: string, say: SayFault): boolean {
  const odd = [...value].find(character => character.codePointAt(0)! < 128 && !fits.test(character))
  if (odd === undefined) return true
  const reason = `${what} is "${value}", with ${JSON.stringify(odd)} in it`
  say('InvalidUriChar', element, reason, 'write it percent-encoded')
  return false
}
