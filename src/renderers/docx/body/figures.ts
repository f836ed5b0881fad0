import type { Figure, Image, Inline } from '../../../article/article.js'
import { TALLEST_PICTURE, WIDE_ASPECT } from '../../wide-figure.js'
import { textBlock } from '../parts/page-size.js'
import { drawing, isSizeless, naturalSize, type Size, shownSize, sizedTo } from '../pictures/drawing.js'
import { mayStandAcross } from './across.js'
import { inList } from './blocks.js'
import type { Flow } from './flow.js'
import { inlines } from './inlines.js'
import { inBox, paragraph } from './paragraph.js'
import type { Piece } from './pieces.js'
import { field, run, styledText, textRuns } from './runs.js'

/** Room that a caption takes below its picture, so that both stand on one page; points. */
const captionRoom = 72
/** At most so many pictures stand side by side, this far from each other; points. */
const mostInRow = 3
const rowGap = 6

interface Captioned {
  caption?: readonly Inline[]
  credit?: string
}

/** Returns a figure: its pictures, then number, caption and credit. */
export function figure(node: Figure, flow: Flow): Piece[] {
  const { template } = flow.file.context
  const wide = isWide(node.images, flow)
  const width = wide ? textBlock(template.page).width : flow.file.textWidth
  const pieces = [...pictureRows(node.images, node, flow, width), ...caption(node, flow, template.labels.figureNumbers)]
  return wide ? pieces.map(piece => ({ ...piece, wide })) : pieces
}

/** Whether a figure stands across all columns. */
function isWide(images: readonly Image[], flow: Flow): boolean {
  if (!mayStandAcross(flow)) return false
  const found = images.flatMap(({ url }) => flow.file.pictures.get(url) ?? [])
  return found.reduce((sum, { width, height }) => sum + width / Math.max(1, height), 0) >= WIDE_ASPECT
}

/** Returns pictures side by side, up to three in a line; what could not be had leaves its description. */
export function pictureRows(
  images: readonly Image[],
  words: Captioned,
  flow: Flow,
  width = flow.file.textWidth,
): Piece[] {
  const style = inBox(hasWords(words) ? 'CaptionedFigure' : 'Figure', flow)
  const { pictures } = flow.file
  const pieces: Piece[] = []
  const found = images.filter(image => pictures.get(image.url))
  for (let first = 0; first < found.length; first += mostInRow)
    pieces.push(pictureRow(style, found.slice(first, first + mostInRow), flow, width))
  for (const image of images)
    if (!pictures.get(image.url) && image.alt !== '')
      pieces.push(paragraph(style, textRuns(image.alt, flow, { ...flow.marks, emphasis: true }), flow, inList(flow)))
  return pieces
}

/** Pictures in one line are as high as each other, and together no wider than the text. */
function pictureRow(style: string, images: readonly Image[], flow: Flow, textWidth: number): Piece {
  const { pictures, textHeight } = flow.file
  const sizes = images.map(image => naturalSize(image, pictures.get(image.url)!))
  const height = Math.min(...sizes.map(size => size.height))
  const level = sizes.map(size => ({ width: (size.width / size.height) * height, height }))
  const gaps = rowGap * (images.length - 1)
  const whole: Size = { width: level.reduce((sum, size) => sum + size.width, 0), height }
  const room = { width: roomFor(flow, textWidth) - gaps, height: textHeight - captionRoom }
  const grown = images.every(image => isDrawing(image, flow))
    ? sizedTo(whole, { width: room.width, height: Math.max(height, textHeight * TALLEST_PICTURE) })
    : whole
  const scale = shownSize(grown, room).width / whole.width
  const drawings = images.map((image, index) => {
    const size = { width: level[index]!.width * scale, height: height * scale }
    return run(drawing(pictures.get(image.url)!, image.alt, size, flow), flow)
  })
  return paragraph(style, drawings.join(textRuns(' ', flow)), flow, inList(flow))
}

/** Returns whether a picture is lines and areas of which nobody said how large they are: it grows to the measure. */
function isDrawing(image: Image, flow: Flow): boolean {
  return flow.file.pictures.get(image.url)?.svg !== undefined && isSizeless(image)
}

function roomFor(flow: Flow, textWidth: number): number {
  const { box } = flow.file.styles.looks
  const panel = flow.box === undefined ? 0 : (box.padding?.left ?? 0) + (box.padding?.right ?? 0)
  return Math.max(36, textWidth - (inList(flow).indent ?? 0) - panel)
}

function hasWords({ caption, credit }: Captioned): boolean {
  return (caption !== undefined && caption.length > 0) || credit !== undefined
}

/** Returns the caption with its number, and the credit after it. */
export function caption(node: Captioned, flow: Flow, numbered: boolean): Piece[] {
  if (!hasWords(node)) return []
  const captioned = node.caption !== undefined && node.caption.length > 0
  const label = numbered && captioned ? captionLabel('Figure', ++flow.file.figures, flow) : ''
  const words = captioned ? inlines(node.caption!, flow) : ''
  const gap = words && node.credit ? textRuns(' ', flow) : ''
  const credit = node.credit ? styledText(node.credit, 'Credit', flow) : ''
  return [paragraph(inBox('ImageCaption', flow), label + words + gap + credit, flow, inList(flow))]
}

/** Returns "Figure 1. " with the number as a field, so that Word counts on when an editor adds one. */
export function captionLabel(sequence: 'Figure' | 'Table', number: number, flow: Flow): string {
  const word = flow.file.labels[sequence === 'Figure' ? 'figure' : 'table']
  const marks = { ...flow.marks, style: 'CaptionLabel' }
  const counted = field(`SEQ ${sequence} \\* ARABIC`, String(number), flow, marks)
  return `${textRuns(`${word} `, flow, marks)}${counted}${textRuns('.', flow, marks)}${textRuns(' ', flow)}`
}
