import type { DataShape } from '../../diagnostics/data-shape.js'

/** Shapes of texts that documents in JSON share. */
export const text: DataShape = { is: 'string' }

/** A whole http or https address; letters outside ASCII may stand in it (WHATWG URL). */
export const webAddress: DataShape = {
  is: 'string',
  pattern: '^https?://[^\\s"<>\\\\^`{|}/?#]+([/?#][^\\s"<>\\\\^`{|}]*)?$',
  wanted: 'a whole address such as "https://example.org/a"',
}

/** A URI of any scheme in ASCII (RFC 3986, 3.). */
export const uri: DataShape = {
  is: 'string',
  pattern: "^[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]+$",
  wanted: 'a URI with its scheme, such as "https://example.org/a"',
}

/** A moment with its zone (RFC 3339, 5.6). */
export const moment: DataShape = {
  is: 'string',
  pattern:
    '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)([.][0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$',
  wanted: 'a moment with its zone such as "2026-11-23T06:30:00Z"',
}

/** A language tag (BCP 47), by its form. */
export const languageTag: DataShape = {
  is: 'string',
  pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$',
  wanted: 'a language tag such as "en-GB"',
}

/** A media type (RFC 6838, 4.2). */
export const mediaType: DataShape = {
  is: 'string',
  pattern: '^[A-Za-z0-9][\\w!#$&^.+-]*/[A-Za-z0-9][\\w!#$&^.+-]*(;.*)?$',
  wanted: 'a media type such as "image/jpeg"',
}

/** A whole number from zero. */
export const count: DataShape = { is: 'number', min: 0, integer: true }
