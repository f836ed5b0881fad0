/** A colour as red, green and blue from 0 to 255. */
type Rgb = readonly [number, number, number]

/** Paper of the two looks. Not black: on a screen, pure black makes light text swim. */
export const lightPaper = '#ffffff'
export const darkPaper = '#17181b'

/**
 * Returns each named colour for dark paper: the same hue, as far from the paper in contrast as it was from white (WCAG 2.2,
 * 1.4.3), as far as the dark paper allows. So ink becomes near-white, a tint a shade above the paper, an accent its lighter kin.
 */
export function darkColours(colours: { readonly [name: string]: string }): { [name: string]: string } {
  return Object.fromEntries(Object.entries(colours).map(([name, colour]) => [name, darkOf(colour)]))
}

function darkOf(colour: string): string {
  const rgb = parse(colour)
  if (!rgb) return colour
  const paper = luminance(parse(darkPaper)!)
  const wanted = contrast(luminance(rgb), 1)
  const most = contrast(1, paper) * 0.92
  const goal = Math.min(wanted, most)
  // Mixing with white raises luminance steadily, mixing with black lowers it: the right mixture is found by halving.
  let low = -1
  let high = 1
  for (let step = 0; step < 24; step++) {
    const middle = (low + high) / 2
    const tried = luminance(mix(rgb, middle))
    if (tried > paper && contrast(tried, paper) >= goal) high = middle
    else low = middle
  }
  return hex(mix(rgb, high))
}

/** −1 is black, 0 the colour, 1 white. */
function mix(rgb: Rgb, amount: number): Rgb {
  const end = amount < 0 ? 0 : 255
  const share = Math.abs(amount)
  return rgb.map(part => part + (end - part) * share) as unknown as Rgb
}

function parse(colour: string): Rgb | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  return match
    ? [Number.parseInt(match[1]!, 16), Number.parseInt(match[2]!, 16), Number.parseInt(match[3]!, 16)]
    : undefined
}

function hex(rgb: Rgb): string {
  return `#${rgb.map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}

/** Relative luminance (WCAG 2.2). */
function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map(part => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

/** Contrast of two luminances, 1 to 21 (WCAG 2.2). */
function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
