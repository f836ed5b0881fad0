import { createMessage, type Message } from '../../diagnostics/message.js'
import type { PageElement } from './page-elements.js'

/** Of one fault, how many places are listed. */
const mostPlaces = 5

/** Judges the texts of pictures, ids that two elements have, and links to places of the page that it does not have. */
export function checkReferences(elements: readonly PageElement[]): Message[] {
  return [...firstOf(pictures(elements)), ...firstOf(twins(elements)), ...firstOf(ends(elements))]
}

/** A picture that says nothing has an empty text; none at all leaves a listener with its address (HTML 4.8.4.4). */
function pictures(elements: readonly PageElement[]): Message[] {
  return elements
    .filter(({ name, attributes }) => name === 'img' && attributes.alt === undefined)
    .map(({ attributes, position }) =>
      createMessage('page-picture', `the picture "${shortened(attributes.src ?? '')}" has no \`alt\``, { position }),
    )
}

function twins(elements: readonly PageElement[]): Message[] {
  const seen = new Set<string>()
  return elements.flatMap(({ attributes: { id }, position }) => {
    if (id === undefined) return []
    const twin = seen.has(id)
    seen.add(id)
    return twin ? [createMessage('page-id', `two elements have the id "${shortened(id)}"`, { position })] : []
  })
}

function ends(elements: readonly PageElement[]): Message[] {
  const known = new Set(elements.flatMap(({ attributes: { id, name } }) => [id, name]))
  return elements.flatMap(({ name, attributes: { href }, position }) => {
    if (name !== 'a' || !href?.startsWith('#') || href === '#' || href === '#top') return []
    const fragment = decoded(href.slice(1))
    if (known.has(fragment) || known.has(href.slice(1)) || fragment.startsWith(':~:')) return []
    return [
      createMessage('page-link', `a link leads to "${shortened(href)}", which the page does not have`, { position }),
    ]
  })
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

function firstOf(messages: readonly Message[]): Message[] {
  const more = messages.length - mostPlaces
  if (more <= 0) return [...messages]
  const { rule } = messages[0]!
  return [
    ...messages.slice(0, mostPlaces),
    createMessage(rule, `the same in ${more} more ${more === 1 ? 'place' : 'places'}`),
  ]
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
