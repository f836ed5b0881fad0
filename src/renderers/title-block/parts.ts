import type { Template, TitleBlockPart } from '../../templates/template.js'

const allParts: readonly TitleBlockPart[] = ['sponsor', 'kicker', 'title', 'subtitle', 'byline', 'dates', 'image']

/**
 * Returns the parts of the title block in the order in which a template prints them: as it names them, then those that it
 * does not name, so that none is lost, unless the masthead prints them.
 */
export function titleBlockParts(template: Template): TitleBlockPart[] {
  const named = template.titleBlock
  return [...named, ...allParts.filter(part => !named.includes(part) && !isInMasthead(part, template))]
}

/** Returns whether the first page's head prints a part: it is not printed again. */
export function isInMasthead(part: TitleBlockPart, { masthead }: Template): boolean {
  const line = `${masthead?.start ?? ''}${masthead?.center ?? ''}${masthead?.end ?? ''}`
  // The date stands there with its time (`{publishedTime}`) or without.
  return line.includes(part === 'dates' ? '{published' : `{${part}}`)
}
