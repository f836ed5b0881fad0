import { isDict, isName, type PdfDict, type PdfValue } from '../file/objects.js'
import type { PdfFile } from '../file/pdf-file.js'

/** One open marked-content sequence (ISO 32000-1 14.6). */
export interface Sequence {
  tag: string
  /** Its MCID, where it has one and is no artifact. */
  id?: number
  language?: string
  hasActualText: boolean
}

/** The sequences that are open at a place in a page's content, forms that it paints included. */
export class MarkedStack {
  private readonly open: Sequence[] = []

  get depth(): number {
    return this.open.length
  }
  push(sequence: Sequence): void {
    this.open.push(sequence)
  }
  pop(): Sequence | undefined {
    return this.open.pop()
  }
  /** Closes what a form left open. */
  truncate(depth: number): void {
    this.open.length = Math.min(this.open.length, depth)
  }
  isArtifact(): boolean {
    return this.open.some(sequence => sequence.tag === 'Artifact')
  }
  /** Returns the innermost MCID; undefined outside tagged content. */
  id(): number | undefined {
    return this.open.findLast(sequence => sequence.id !== undefined)?.id
  }
  hasActualText(): boolean {
    return this.open.some(sequence => sequence.hasActualText)
  }
  hasLanguage(): boolean {
    return this.open.some(sequence => sequence.language !== undefined)
  }
}

/** Reads the operands of `BMC` or `BDC`; a property list may stand in the resources. */
export function readSequence(file: PdfFile, operands: readonly PdfValue[], resources: PdfDict): Sequence {
  const [tag, property] = operands
  const properties = isName(property)
    ? file.dict(file.dict(resources.get('Properties'))?.get(property.name))
    : isDict(property)
      ? property
      : undefined
  const name = isName(tag) ? tag.name : ''
  const id = file.number(properties?.get('MCID'))
  const language = file.text(properties?.get('Lang'))
  return {
    tag: name,
    ...(id === undefined || name === 'Artifact' ? {} : { id }),
    ...(language === undefined ? {} : { language }),
    hasActualText: properties?.has('ActualText') === true,
  }
}
