import { SaxesParser } from 'saxes'

/** An element of a drawing. */
export interface DrawingElement {
  name: string
  attributes: { readonly [name: string]: string }
  children: DrawingElement[]
}

/** A drawing: its elements, and what they refer to by id. */
export interface Drawing {
  root: DrawingElement
  byId: ReadonlyMap<string, DrawingElement>
}

/** Reads the plain form of an SVG, which is well-formed and small in kinds. Throws where it is not. */
export function readDrawing(plain: string): Drawing {
  const byId = new Map<string, DrawingElement>()
  const top: DrawingElement = { name: '', attributes: {}, children: [] }
  const open = [top]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const element: DrawingElement = { name, attributes, children: [] }
    if (attributes.id !== undefined) byId.set(attributes.id, element)
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(plain).close()
  return { root: top.children[0] ?? top, byId }
}

/** Returns the element that a `url(#id)` names. */
export function referred({ byId }: Drawing, value: string | undefined): DrawingElement | undefined {
  const id = /^url\(#(.*)\)/.exec(value ?? '')?.[1]
  return id === undefined ? undefined : byId.get(id)
}
