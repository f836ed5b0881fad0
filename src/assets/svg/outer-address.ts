/**
 * What an address in a style or a paint looks like that is neither a part of the drawing nor data, as the source of a pattern:
 * its quotation mark may be a reference to a character. Bounds keep a search through much of this short.
 */
export const outerAddress = String.raw`url\(\s*(?:&(?:quot|apos|#0*3[49]|#x0*2[27]);|["'])?\s*(?!#|data:|["'\s&])[^)]{0,4096}\)`

/** What stands in where the address gives nothing follows behind white space (SVG 2 13.2). */
export const beforeFallback = String.raw`\s+(?=[a-z#])`
