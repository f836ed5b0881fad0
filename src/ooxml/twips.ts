/** Twips in each unit that a length may be written with (ISO/IEC 29500-1, 22.9.2.15). */
const units: { readonly [unit: string]: number } = {
  '': 1,
  pt: 20,
  pc: 240,
  pi: 240,
  in: 1440,
  cm: 1440 / 2.54,
  mm: 144 / 2.54,
}

/** Returns a length in twips: a bare number is one already, `36pt` has its unit. NaN for what is none. */
export function twips(length: string | undefined): number {
  const [, number, unit = ''] = /^(-?\d+(?:\.\d+)?)(pt|pc|pi|in|cm|mm)?$/.exec(length?.trim() ?? '') ?? []
  return number === undefined ? Number.NaN : Math.round(Number(number) * units[unit]!)
}
