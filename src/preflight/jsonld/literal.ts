const date = /^-?\d{4,6}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const time = /^([01]\d|2[0-3]):[0-5]\d(:([0-5]\d|60)(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/
const duration = /^[+-]?P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/

/** Returns whether a plain JSON value may stand for a data type of schema.org. Numbers and booleans as text do not. */
export function literalFits(value: unknown, type: string): boolean {
  return (literals[type] ?? isText)(value)
}

const isText = (value: unknown): boolean => typeof value === 'string'

const literals: { readonly [type: string]: (value: unknown) => boolean } = {
  Boolean: value => typeof value === 'boolean' || /^https?:\/\/schema\.org\/(True|False)$/.test(String(value)),
  Number: value => typeof value === 'number',
  Integer: value => Number.isInteger(value),
  Float: value => typeof value === 'number',
  Date: value => isText(value) && date.test(value as string),
  DateTime: isDateTime,
  Time: value => isText(value) && time.test(value as string),
  URL: isUrl,
  // A quantity is a number with its unit, `7 mm`; a duration is ISO 8601.
  Quantity: value => isText(value) && /^\d/.test(value as string),
  Distance: value => isText(value) && /^\d+([.,]\d+)? ?\p{L}/u.test(value as string),
  Mass: value => isText(value) && /^\d+([.,]\d+)? ?\p{L}/u.test(value as string),
  Energy: value => isText(value) && /^\d+([.,]\d+)? ?\p{L}/u.test(value as string),
  Duration: value => isText(value) && duration.test(value as string),
}

/** A moment: a date, then a time (ISO 8601). */
function isDateTime(value: unknown): boolean {
  if (typeof value !== 'string') return false
  const [day = '', hour] = value.split(/T/)
  return date.test(day) && hour !== undefined && time.test(hour)
}

function isUrl(value: unknown): boolean {
  if (typeof value !== 'string') return false
  try {
    return new URL(value) !== undefined
  } catch {
    return false
  }
}
