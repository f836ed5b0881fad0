import type { ImageSize } from './image-size.js'

/** CSS px in each unit that an SVG length may have (CSS Values 6.2). */
const pixels: { readonly [unit: string]: number } = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
}

/** What a picture without any size is taken for: CSS's default for replaced elements (CSS 2.2 10.3.2). */
const DEFAULT = { width: 300, height: 150 }

/** Returns an SVG's size in CSS px: its width and height, or its view box where these are absent or relative. */
export function svgSize(source: string): ImageSize {
  const root = /<(?:\w+:)?svg\b[^>]*>/i.exec(source.slice(0, 65_536))?.[0] ?? ''
  const width = lengthOf(attribute(root, 'width'))
  const height = lengthOf(attribute(root, 'height'))
  if (width && height) return rounded(width, height)
  const box = attribute(root, 'viewBox')
    ?.trim()
    .split(/[\s,]+/)
    .map(Number)
  const [, , boxWidth = 0, boxHeight = 0] = box?.length === 4 ? box : []
  if (!(boxWidth > 0 && boxHeight > 0)) return width || height ? rounded(width ?? height!, height ?? width!) : DEFAULT
  if (width) return rounded(width, (width * boxHeight) / boxWidth)
  if (height) return rounded((height * boxWidth) / boxHeight, height)
  return rounded(boxWidth, boxHeight)
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return match?.[1] ?? match?.[2]
}

/** Percentages and font-relative units say nothing about a picture that stands alone. */
function lengthOf(value: string | undefined): number | undefined {
  const match = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z%]*)\s*$/i.exec(value ?? '')
  const unit = pixels[match?.[2]?.toLowerCase() ?? '%']
  const length = match && unit ? Number(match[1]) * unit : 0
  return length > 0 ? length : undefined
}

function rounded(width: number, height: number): ImageSize {
  return { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) }
}
