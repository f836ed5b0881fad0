import { childOf, elementsOf, findIn, type XmlElement } from '../../ooxml/xml-tree.js'

/** The first choice is for newer programs; what it shows as a picture or a text box is read, else what stands for older ones. */
export function chosenOf(element: XmlElement): XmlElement | undefined {
  const choice = childOf(element, 'mc:Choice')
  const fallback = childOf(element, 'mc:Fallback')
  const known = choice && (findIn(choice, 'a:blip') || findIn(choice, 'w:txbxContent'))
  return known ? choice : (fallback ?? choice)
}

/** A group of shapes may hold several; a box in a box is read with that. */
export function boxesIn(element: XmlElement): XmlElement[] {
  if (element.name === 'w:txbxContent') return [element]
  const chosen = element.name === 'mc:AlternateContent' ? chosenOf(element) : element
  return chosen ? elementsOf(chosen).flatMap(boxesIn) : []
}
