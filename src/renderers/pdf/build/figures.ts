import type { Figure, Image, Inline } from '../../../article/article.js'
import type { Placed } from '../../renderer.js'
import { MOST_CHARACTERS } from '../cos.js'
import type { Flow, PictureFlow } from '../layout/flow.js'
import { addElement, addSlot, type StructNode } from '../tag/structure.js'
import type { Span } from '../text/span.js'
import { panelFlow, textFlow } from './blocks.js'
import { type BlockState, makeSpan } from './build-state.js'
import { flushNotes } from './footnotes.js'
import { toSpans } from './inlines.js'

/** A figure of the text: its pictures, then its number, caption and credit. */
export function figureFlows(node: Figure, state: BlockState): Flow[] {
  const { document } = state
  const numbered = document.sheet.template.labels.figureNumbers && node.caption !== undefined && node.caption.length > 0
  if (numbered) document.figures++
  return pictureWithCaption(
    node.images,
    node,
    numbered ? `${document.labels.figure} ${document.figures}.` : undefined,
    state,
  )
}

/** What stands under a picture, and where both stand in the source. */
export interface CaptionWords extends Placed {
  caption?: Inline[]
  credit?: string
}

/** Sets pictures with what stands under them, all on one page. */
export function pictureWithCaption(
  images: readonly Image[],
  words: CaptionWords,
  label: string | undefined,
  state: BlockState,
): Flow[] {
  const { document } = state
  const loaded = images.filter(image => document.pictures.has(image.url))
  const lost = images.filter(image => !document.pictures.has(image.url))
  // Each picture is a figure with its own description; several share one caption, in a group that holds them all. One with
  // an empty description is decoration: it has no place in the tree.
  const described = loaded.filter(image => image.alt)
  const group = described.length > 1 ? addElement(state.parent, 'Div') : state.parent
  for (const image of described) {
    if (image.alt.length > MOST_CHARACTERS)
      document.context.report(
        `the description of a picture has ${image.alt.length} characters, and a PDF holds the first ${MOST_CHARACTERS}`,
        'pdf-alt',
        words,
      )
  }
  const figures = new Map(described.map(image => [image, addElement(group, 'Figure', { alt: image.alt })]))
  const flows: Flow[] = []
  for (let i = 0; i < loaded.length; i += 3) flows.push(pictureRow(loaded.slice(i, i + 3), figures, state))
  for (const image of lost) flows.push(...lostPicture(image, state))
  const [only] = figures.values()
  const captioned = described.length > 1 ? group : only
  const caption = captionFlow(words, label, captioned, state)
  flushNotes(state.parent, document)
  const style = document.sheet.style('caption')
  const gap = style.after ?? 16
  const first = flows[0]
  if (first) first.before = Math.max(first.before, Math.round(gap * 0.8))
  if (!caption) {
    const last = flows.at(-1)
    if (last) last.after = Math.max(last.after, gap)
    return flows
  }
  for (const flow of flows) flow.keepWithNext = true
  return [...flows, caption]
}

function pictureRow(images: readonly Image[], figures: ReadonlyMap<Image, StructNode>, state: BlockState): PictureFlow {
  const pictures = images.map(image => {
    const picture = state.document.pictures.get(image.url)!
    const figure = figures.get(image)
    const slot = figure && addSlot(figure)
    return { index: picture.index, width: picture.width, height: picture.height, slot, figure }
  })
  const scalable = images.every(image => state.document.pictures.get(image.url)!.scalable)
  return { t: 'pictures', pictures, scalable, before: 0, after: 0 }
}

/** In place of a picture that could not be had: what it shows, in a frame. */
function lostPicture(image: Image, state: BlockState): Flow[] {
  if (!image.alt) return []
  const { sheet } = state.document
  const style = { ...sheet.style('caption'), before: 0, after: 0 }
  const text = { ...sheet.text(style, state.language), italic: true }
  const span = makeSpan(image.alt, text, addSlot(addElement(state.parent, 'P')), state.document)
  const rule = { width: 0.5, colour: sheet.colour('hairline') }
  return [
    panelFlow([textFlow([span], style, state)], {}, state, {
      padding: { top: 12, right: 14, bottom: 12, left: 14 },
      border: { top: rule, right: rule, bottom: rule, left: rule },
      together: true,
    }),
  ]
}

function captionFlow(
  { caption, credit }: CaptionWords,
  label: string | undefined,
  captioned: StructNode | undefined,
  state: BlockState,
): Flow | undefined {
  const { document } = state
  if (!caption?.length && !credit) return undefined
  const style = document.sheet.style('caption')
  const text = document.sheet.text(style, state.language)
  const element = captioned ? addElement(captioned, 'Caption') : addElement(state.parent, 'P')
  const spans: Span[] = []
  if (label) spans.push(makeSpan(`${label} `, document.sheet.over(text, 'captionLabel'), addSlot(element), document))
  if (caption?.length) spans.push(...toSpans(caption, text, element, state))
  if (credit) {
    if (spans.length > 0) spans.push(makeSpan('\u2002', text, addSlot(element), document))
    spans.push(makeSpan(credit, document.sheet.over(text, 'credit'), addSlot(element), document))
  }
  return textFlow(spans, style, state, { firstLine: 0, together: true })
}
