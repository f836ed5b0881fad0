import { type Drawing, type DrawingElement, referred } from '../../../assets/svg/drawing.js'
import { type CosDocument, type CosValue, type PDFRef, toBytes } from '../cos.js'
import type { EncodedPicture } from '../emit/encode-picture.js'
import { writePicture } from '../emit/write-picture.js'
import { boxOf, contentBounds } from './bounds.js'
import { fitInto, viewport } from './fit-into.js'
import { addGradient, spaceOf, stopsOf, unitSquare } from './gradient.js'
import { type Bounds, identity, inverse, type Matrix, movedBounds, multiply, readMatrix } from './matrix.js'
import { written as n } from './number.js'
import {
  blendMode,
  clipTo,
  type Kind,
  luminosity,
  plainColour,
  rectanglePath,
  strokeState,
  transparent,
} from './operators.js'
import { pathBounds, readPath, writePath } from './path.js'
import { Resources } from './resources.js'

/** A drawing that PDF can draw, its size in CSS px, and the pictures in it by the element that shows each. */
export interface DrawableSvg {
  drawing: Drawing
  width: number
  height: number
  pictures: ReadonlyMap<DrawingElement, EncodedPicture>
}

/**
 * Adds a drawing to the file as a form that fills the unit square, as a picture does (ISO 32000-1 8.10): it is placed in the
 * same way, and whatever is tagged around it holds for all in it.
 */
export function writeDrawing(svg: DrawableSvg, document: CosDocument): PDFRef {
  const { drawing, width, height } = svg
  const placed = viewport(drawing.root, width, height)
  const matrix = multiply(placed, [1 / width, 0, 0, -1 / height, 0, 1])
  const seen = inverse(placed)
  const box: Bounds = seen ? movedBounds(seen, [0, 0, width, height]) : [0, 0, width, height]
  const writer = new DrawingWriter(svg, document, box)
  writer.children(drawing.root)
  return writer.form({ Matrix: [...matrix] })
}

/** Writes one content stream of a drawing, with the resources that it uses. */
class DrawingWriter {
  readonly #svg: DrawableSvg
  readonly #document: CosDocument
  /** What of its space can be seen. */
  readonly #box: Bounds
  /** From the current space to that of the stream. */
  #matrix: Matrix = identity
  #out = ''
  readonly #resources = new Resources()

  constructor(svg: DrawableSvg, document: CosDocument, box: Bounds) {
    this.#svg = svg
    this.#document = document
    this.#box = box
  }

  /** Adds what was written as a form; a group where `more` says so. */
  form(more: { [key: string]: CosValue } = {}): PDFRef {
    return this.#document.addStream(
      { Type: 'XObject', Subtype: 'Form', BBox: [...this.#box], Resources: this.#resources.entries, ...more },
      toBytes(this.#out),
    )
  }

  children({ children }: DrawingElement): void {
    for (const child of children) {
      if (child.attributes.visibility === 'hidden') continue
      if (child.name === 'g') this.#group(child)
      else if (child.name === 'path') this.#within(child, () => this.#path(child))
      else if (child.name === 'image') this.#within(child, () => this.#image(child))
    }
  }

  /** Puts an element in its place, and takes back what that changed. */
  #within({ attributes }: DrawingElement, write: () => void): void {
    const outer = this.#matrix
    const own = readMatrix(attributes.transform)
    if (own === identity) return write()
    this.#matrix = multiply(own, outer)
    this.#out += `q\n${own.map(n).join(' ')} cm\n`
    write()
    this.#out += 'Q\n'
    this.#matrix = outer
  }

  #group(group: DrawingElement): void {
    const { attributes } = group
    const mode = blendMode(attributes.style)
    const opacity = Number(attributes.opacity ?? 1)
    const isPlain =
      mode === 'Normal' && opacity === 1 && !('mask' in attributes) && !/isolate/.test(attributes.style ?? '')
    this.#within(group, () => {
      if (isPlain && !('clip-path' in attributes)) return this.children(group)
      this.#out += 'q\n'
      const clips = this.#clip(attributes['clip-path'], group)
      if (isPlain && clips.length === 0) this.children(group)
      else this.#apart(group, { mode, opacity }, clips)
      this.#out += 'Q\n'
    })
  }

  /** Draws a group by itself and then lays it over what is there (ISO 32000-1 11.6.6), through its masks. */
  #apart(group: DrawingElement, { mode, opacity }: { mode: string; opacity: number }, clips: readonly PDFRef[]): void {
    const inner = this.#inner()
    if (!inner) return
    inner.children(group)
    const mask = this.#mask(group)
    // A group inside a group for each mask after the first: a state holds one.
    const masks = [...clips, ...(mask ? [mask] : [])]
    let form = inner.form(transparent)
    for (const each of masks.slice(1)) {
      const next = this.#inner()!
      next.#paintForm(form, next.#resources.state({ SMask: luminosity(each) }))
      form = next.form(transparent)
    }
    const soft = masks[0] ? { SMask: luminosity(masks[0]) } : {}
    this.#paintForm(form, this.#resources.state({ BM: mode, ca: opacity, CA: opacity, ...soft }))
  }

  #paintForm(form: PDFRef, state: string): void {
    this.#out += `/${state} gs /${this.#resources.add('XObject', form)} Do\n`
  }

  /** Returns a writer for the current space, which sees what can be seen from here; nothing where that is a line. */
  #inner(): DrawingWriter | undefined {
    const back = inverse(this.#matrix)
    return back && new DrawingWriter(this.#svg, this.#document, movedBounds(back, this.#box))
  }

  /** Cuts to a path where that can be said in one; returns masks for what cannot (SVG 1.1 14.3.5). */
  #clip(reference: string | undefined, of: DrawingElement): PDFRef[] {
    const clip = referred(this.#svg.drawing, reference)
    if (!clip) return []
    const space = this.#clipSpace(clip, of)
    const outer = this.#clip(clip.attributes['clip-path'], of)
    const [path, ...others] = clip.children
    if (path && others.length > 0) return [...outer, ...this.#clipMask(clip, space)]
    const steps = readPath(path?.attributes.d ?? '')
    const matrix = multiply(readMatrix(path?.attributes.transform), space)
    const rule = path?.attributes['clip-rule'] === 'evenodd' ? 'W*' : 'W'
    // A clip without a path leaves nothing.
    this.#out += `${steps.length > 0 ? writePath(steps, matrix) : '0 0 0 0 re\n'}${rule} n\n`
    return outer
  }

  #clipSpace(clip: DrawingElement, of: DrawingElement): Matrix {
    const own = readMatrix(clip.attributes.transform)
    const bounds = clip.attributes.clipPathUnits === 'objectBoundingBox' ? contentBounds(of) : undefined
    return bounds ? multiply(own, unitSquare(bounds)) : own
  }

  /** The paths of a clip in white: what they cover together is seen. */
  #clipMask(clip: DrawingElement, space: Matrix): PDFRef[] {
    const inner = this.#inner()
    if (!inner) return []
    inner.#out += '1 g\n'
    for (const { attributes } of clip.children) {
      const matrix = multiply(readMatrix(attributes.transform), space)
      inner.#out += `${writePath(readPath(attributes.d ?? ''), matrix)}${attributes['clip-rule'] === 'evenodd' ? 'f*' : 'f'}\n`
    }
    return [inner.form(transparent)]
  }

  /** Returns a mask as a group whose lightness is the opacity (ISO 32000-1 11.6.5.3). */
  #mask(of: DrawingElement): PDFRef | undefined {
    const mask = referred(this.#svg.drawing, of.attributes.mask)
    const inner = mask && this.#inner()
    if (!inner) return undefined
    const bounds = contentBounds(of) ?? [0, 0, 0, 0]
    const unit = unitSquare(bounds)
    const area = mask.attributes.maskUnits === 'userSpaceOnUse' ? boxOf(mask) : movedBounds(unit, boxOf(mask))
    inner.#out += clipTo(area)
    if (mask.attributes.maskContentUnits === 'objectBoundingBox') {
      inner.#out += `${unit.map(n).join(' ')} cm\n`
      inner.#matrix = unit
    }
    const clips = inner.#clip(mask.attributes['clip-path'], of)
    if (clips.length === 0) inner.children(mask)
    else inner.#apart(mask, { mode: 'Normal', opacity: 1 }, clips)
    return inner.form(transparent)
  }

  #path({ attributes }: DrawingElement): void {
    const steps = readPath(attributes.d ?? '')
    const bounds = pathBounds(steps)
    if (!bounds) return
    const outline = writePath(steps)
    const fill = () =>
      this.#paint('fill', attributes, bounds, `${outline}${attributes['fill-rule'] === 'evenodd' ? 'f*' : 'f'}\n`)
    const stroke = () => this.#paint('stroke', attributes, bounds, `${strokeState(attributes)}${outline}S\n`)
    const order = attributes['paint-order']?.startsWith('stroke') ? [stroke, fill] : [fill, stroke]
    for (const paint of order) paint()
  }

  /** Paints a path in a colour, a gradient or a pattern; nothing where there is none. */
  #paint(kind: Kind, attributes: DrawingElement['attributes'], bounds: Bounds, operators: string): void {
    const value = attributes[kind] ?? (kind === 'fill' ? '#000000' : 'none')
    if (value === 'none') return
    const opacity = Number(attributes[`${kind}-opacity`] ?? 1)
    const server = referred(this.#svg.drawing, value)
    const colour = server ? this.#serverColour(kind, server, bounds) : plainColour(kind, value)
    if (colour === undefined) return
    const soft = server && this.#gradientMask(server, bounds)
    const state =
      opacity < 1 || soft
        ? `/${this.#resources.state({ ca: opacity, CA: opacity, ...(soft && { SMask: luminosity(soft) }) })} gs\n`
        : ''
    this.#out += `q\n${state}${colour}${operators}Q\n`
  }

  #serverColour(kind: Kind, server: DrawingElement, bounds: Bounds): string | undefined {
    const pattern =
      server.name === 'pattern'
        ? this.#tiling(server, bounds)
        : addGradient(
            server,
            'colour',
            multiply(spaceOf(server, bounds, 'gradientUnits', 'gradientTransform'), this.#matrix),
            this.#document,
          )
    if (!pattern) return undefined
    const name = this.#resources.add('Pattern', pattern)
    return kind === 'fill' ? `/Pattern cs /${name} scn\n` : `/Pattern CS /${name} SCN\n`
  }

  /** Where stops are not opaque, the same gradient in grey says how opaque the shape is at each place. */
  #gradientMask(server: DrawingElement, bounds: Bounds): PDFRef | undefined {
    if (server.name === 'pattern' || stopsOf(server).every(({ opacity }) => opacity === 1)) return undefined
    const inner = this.#inner()
    if (!inner) return undefined
    const matrix = spaceOf(server, bounds, 'gradientUnits', 'gradientTransform')
    const name = inner.#resources.add('Pattern', addGradient(server, 'opacity', matrix, this.#document))
    inner.#out += `/Pattern cs /${name} scn\n${rectanglePath(inner.#box)}f\n`
    return inner.form(transparent)
  }

  /** Adds a pattern of tiles (ISO 32000-1 8.7.3). */
  #tiling(pattern: DrawingElement, bounds: Bounds): PDFRef | undefined {
    const { attributes } = pattern
    const unit = unitSquare(bounds)
    const tile = attributes.patternUnits === 'userSpaceOnUse' ? boxOf(pattern) : movedBounds(unit, boxOf(pattern))
    const [left, top, right, bottom] = tile
    if (!(right > left && bottom > top)) return undefined
    const writer = new DrawingWriter(this.#svg, this.#document, tile)
    if (attributes.patternContentUnits === 'objectBoundingBox') {
      const [a, b, c, d] = unit
      writer.#matrix = [a, b, c, d, left, top]
      writer.#out += `${writer.#matrix.map(n).join(' ')} cm\n`
    } else if (attributes.patternUnits !== 'userSpaceOnUse' || left !== 0 || top !== 0) {
      // The content's origin is the tile's.
      writer.#matrix = [1, 0, 0, 1, left, top]
      writer.#out += `1 0 0 1 ${n(left)} ${n(top)} cm\n`
    }
    writer.children(pattern)
    return this.#document.addStream(
      {
        Type: 'Pattern',
        PatternType: 1,
        PaintType: 1,
        TilingType: 1,
        BBox: [...tile],
        XStep: right - left,
        YStep: bottom - top,
        Matrix: [...multiply(readMatrix(attributes.patternTransform), this.#matrix)],
        Resources: writer.#resources.entries,
      },
      toBytes(writer.#out),
    )
  }

  /** Sets a picture into its frame: whole, in the middle, unless it says otherwise (SVG 1.1 7.8). */
  #image(element: DrawingElement): void {
    const picture = this.#svg.pictures.get(element)
    const frame = boxOf(element)
    const [left, top, right, bottom] = frame
    if (!picture || !(right > left && bottom > top)) return
    const { preserveAspectRatio, opacity = 1 } = element.attributes
    const [a, , , d, x, y] = fitInto([0, 0, picture.width, picture.height], frame, preserveAspectRatio)
    const [width, height] = [picture.width * a, picture.height * d]
    const name = this.#resources.add('XObject', writePicture(picture, this.#document))
    const state = Number(opacity) < 1 ? `/${this.#resources.state({ ca: Number(opacity) })} gs ` : ''
    this.#out += `q\n${clipTo(frame)}${state}${[width, 0, 0, -height, x, y + height].map(n).join(' ')} cm /${name} Do\nQ\n`
  }
}
