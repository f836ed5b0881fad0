import type { SayFault } from './feed-report.js'
import type { FeedElement } from './feed-tree.js'

/** What RFC 2396 lets an absolute address hold; square brackets only around a host. */
const whole = /^[a-z][a-z\d+\-.]*:(?:\/\/)?(?:\[[\da-f:]+\])?[\da-z;/?:@&=+$.\-_!~*'()%,#]+$/i
const fits = /[\da-z;/?:@&=+$.\-_!~*'()%,#]/i

/** Judges an address that must be whole. Returns whether it is. */
export function checkAddress(value: string, element: FeedElement, what: string, say: SayFault): boolean {
  if (/^(tag|urn):/i.test(value) || whole.test(value)) return true
  if (checkCharactersOf(value, element, what, say))
    say('InvalidFullLink', element, `${what} is "${value}", which is no whole address`)
  return false
}

/** Judges the characters of an address. Returns whether all may stand in one. */
export function checkCharactersOf(value: string, element: FeedElement, what: string, say: SayFault): boolean {
  const odd = [...value].find(character => !fits.test(character))
  if (odd === undefined) return true
  if (odd.codePointAt(0)! > 127) {
    const hint = 'write them percent-encoded, a host in Punycode'
    say('UriNotIri', element, `${what} is "${value}", with letters outside ASCII`, hint)
  } else
    say(
      'InvalidUriChar',
      element,
      `${what} is "${value}", with ${JSON.stringify(odd)} in it`,
      'write it percent-encoded',
    )
  return false
}
