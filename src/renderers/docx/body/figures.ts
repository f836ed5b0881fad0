import type { Figure, Image, Inline } from '../../../article/article.js'
import { drawing, shownSize } from '../pictures/drawing.js'
import { inList } from './blocks.js'
import type { Flow } from './flow.js'
import { inlines } from './inlines.js'
import { inBox, paragraph } from './paragraph.js'
import { field, run, styledText, textRuns } from './runs.js'

/** Room that a caption takes below its picture, so that both stand on one page; points. */
const captionRoom = 72

/** Returns a figure: its pictures, each in a line of its own, then caption and credit. */
export function figure(node: Figure, flow: Flow): string {
  const captioned = node.caption !== undefined || node.credit !== undefined
  const pictures = node.images.map(image => pictureParagraph(image, captioned, flow)).join('')
  return pictures + caption(node, flow, flow.file.context.template.labels.figureNumbers)
}

/** Returns a picture in a paragraph of its own; its description where the picture cannot be had. */
export function pictureParagraph(image: Image, captioned: boolean, flow: Flow): string {
  const style = inBox(captioned ? 'CaptionedFigure' : 'Figure', flow)
  const { pictures, textWidth, textHeight } = flow.file
  const picture = pictures.get(image.url)
  if (!picture) return image.alt === '' ? '' : paragraph(style, textRuns(image.alt, flow), flow, inList(flow))
  const natural = { width: image.width ?? picture.width, height: image.height ?? picture.height }
  const room = { width: textWidth - (inList(flow).indent ?? 0), height: textHeight - captionRoom }
  return paragraph(style, run(drawing(picture, image.alt, shownSize(natural, room), flow), flow), flow, inList(flow))
}

/** Returns the caption with its number, and the credit after it. */
export function caption(node: { caption?: readonly Inline[]; credit?: string }, flow: Flow, numbered: boolean): string {
  if (node.caption === undefined && node.credit === undefined) return ''
  const label = numbered && node.caption ? captionLabel('Figure', ++flow.file.figures, flow) : ''
  const words = node.caption ? inlines(node.caption, flow) : ''
  const gap = words && node.credit ? textRuns(' ', flow) : ''
  const credit = node.credit ? styledText(node.credit, 'Credit', flow) : ''
  return paragraph(inBox('ImageCaption', flow), label + words + gap + credit, flow, inList(flow))
}

/** Returns "Figure 1. " with the number as a field, so that Word counts on when an editor adds one. */
export function captionLabel(sequence: 'Figure' | 'Table', number: number, flow: Flow): string {
  const word = flow.file.labels[sequence === 'Figure' ? 'figure' : 'table']
  const marks = { ...flow.marks, style: 'CaptionLabel' }
  return `${textRuns(`${word} `, flow, marks)}${field(`SEQ ${sequence} \\* ARABIC`, String(number), flow, marks)}${textRuns('.', flow, marks)}${textRuns(' ', flow)}`
}
