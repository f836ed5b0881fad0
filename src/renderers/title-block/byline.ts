import type { Person } from '../../article/article.js'
import type { Labels } from '../../locale/labels.js'
import type { Template } from '../../templates/template.js'

/** A stretch of a byline: a name, what is said of its bearer, or the words between two people. */
export interface BylinePiece {
  text: string
  is: 'name' | 'detail' | 'between'
  /** Whose name it is. */
  person?: Person
}

/**
 * Returns "By A (reporter, Oslo) and B", "A, analyst · B, data desk" or "Words A · Pictures B": as the template labels it.
 * Contributors follow with what they did.
 */
export function bylinePieces(
  authors: readonly Person[],
  contributors: readonly Person[],
  template: Template,
  labels: Labels,
): BylinePiece[] {
  if (template.labels.rolesFirst) return creditPieces(authors, contributors, template, labels)
  const labelled = template.labels.byline && authors.length > 0
  const pieces: BylinePiece[] = labelled ? [{ text: `${labels.by} `, is: 'between' }] : []
  authors.forEach((author, index) => {
    if (index > 0)
      pieces.push({
        text: !labelled ? ' · ' : index === authors.length - 1 ? ` ${labels.and} ` : labels.comma,
        is: 'between',
      })
    pieces.push(...personPieces(author, labelled, labels))
  })
  for (const person of contributors) {
    if (pieces.length > 0) pieces.push({ text: ' · ', is: 'between' })
    pieces.push(...personPieces(person, false, labels))
  }
  return pieces
}

/** Authors without a role are those who wrote: they stand after "By", where the template has the word; others stand apart. */
function creditPieces(
  authors: readonly Person[],
  contributors: readonly Person[],
  template: Template,
  labels: Labels,
): BylinePiece[] {
  const roleOf = ({ role }: Person) => (role === 'author' ? undefined : role)
  return [...authors, ...contributors].flatMap((person, index, people): BylinePiece[] => {
    const before = people[index - 1]
    const role = roleOf(person) ?? (index === 0 && template.labels.byline ? labels.by : undefined)
    const helps = index === authors.length && roleOf(person) === undefined
    const shared = before !== undefined && roleOf(before) === roleOf(person) && !helps
    const between: BylinePiece[] = before ? [{ text: shared ? labels.comma : ' · ', is: 'between' }] : []
    const label: BylinePiece[] = role && !shared ? [{ text: `${capitalised(role)} `, is: 'detail' }] : []
    return [...between, ...label, ...personPieces({ ...person, role: 'author' }, true, labels)]
  })
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/**
 * Returns a person's name and what they are, where and for whom. In a line that runs "By A and B" a comma would look like
 * one person more: details stand in brackets there.
 */
export function personPieces(person: Person, bracketed: boolean, { comma }: Labels): BylinePiece[] {
  const job = person.jobTitle ?? (person.role === 'author' ? undefined : person.role)
  const details = [job, person.affiliation, person.location].filter(Boolean).join(comma)
  const name: BylinePiece = { text: person.name, is: 'name', person }
  return details ? [name, { text: bracketed ? ` (${details})` : comma + details, is: 'detail' }] : [name]
}
