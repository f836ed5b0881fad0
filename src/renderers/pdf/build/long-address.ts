/** A string may have 32,767 bytes (ISO 19005-2 6.1.13), and a character may need three in an address. */
const LONGEST = 10_000

/** Returns whether an address is longer than a PDF can say. */
export const isTooLong = (url: string): boolean => url.length > LONGEST

/** Returns what there is to say of such an address. */
export const tooLong = (url: string): string =>
  `a link’s address has ${url.length} characters, and a PDF holds ${LONGEST} at most`
