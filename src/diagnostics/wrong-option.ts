const isText = (value: unknown): boolean => typeof value === 'string'

/** Kinds of value that a program may hand over: how a message names them, and what they are. */
const kinds = {
  text: { wanted: 'a text', fits: isText },
  object: { wanted: 'an object', fits: isPlain },
  list: { wanted: 'a list', fits: Array.isArray },
  texts: { wanted: 'a list of texts', fits: value => Array.isArray(value) && value.every(isText) },
  moment: { wanted: 'a `Date`', fits: value => isA('Date', value) && !Number.isNaN(Number(value)) },
  map: { wanted: 'a `Map`', fits: value => isA('Map', value) },
  bytes: { wanted: 'a `Uint8Array`', fits: value => isA('Uint8Array', value) },
  no: { wanted: '`false`', fits: value => value === false },
} satisfies { [kind: string]: { wanted: string; fits(value: unknown): boolean } }

/** Of each option the kinds of value that it takes. */
export type OptionKinds = { readonly [option: string]: readonly (keyof typeof kinds)[] }

/**
 * Returns what is wrong with options that a program hands over: programs in JavaScript hand over what they have. Undefined
 * where nothing is; options that `wanted` does not name are not looked at.
 */
export function wrongOption(options: unknown, wanted: OptionKinds): string | undefined {
  if (!isPlain(options)) return wrongValue('options', options, ['object'])
  for (const [name, allowed] of Object.entries(wanted)) {
    const value = options[name]
    const wrong = value === undefined ? undefined : wrongValue(name, value, allowed)
    if (wrong) return wrong
  }
  return undefined
}

/** Returns what is wrong with one value, by the name that it goes by. */
export function wrongValue(name: string, value: unknown, allowed: OptionKinds[string]): string | undefined {
  if (allowed.some(kind => kinds[kind].fits(value))) return undefined
  return `\`${name}\` is ${shown(value)}; ${allowed.map(kind => kinds[kind].wanted).join(' or ')} is needed`
}

/** Not by `instanceof`: a value may come from another realm, as in tests of other programs. */
function isA(name: string, value: unknown): boolean {
  return Object.prototype.toString.call(value) === `[object ${name}]`
}

function isPlain(value: unknown): value is { [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(value: unknown): string {
  if (isA('Date', value)) return 'a `Date` that is no moment'
  if (typeof value === 'string') return value.length > 60 ? 'a text' : `"${value}"`
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object'
  return typeof value === 'function' ? 'a function' : String(value)
}
