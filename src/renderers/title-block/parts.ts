import type { RunningLine, Template, TitleBlockPart } from '../../templates/template.js'

const allParts: readonly TitleBlockPart[] = ['sponsor', 'kicker', 'title', 'subtitle', 'byline', 'dates', 'image']

/** Paper has a head and a foot on its first page, a screen a head alone. */
export type Surface = 'paper' | 'screen'

/**
 * Returns the parts of the title block in the order in which a template prints them: as it names them, then those that it
 * does not name, so that none is lost, unless the masthead prints them.
 */
export function titleBlockParts(template: Template): TitleBlockPart[] {
  const named = template.titleBlock
  return [...named, ...allParts.filter(part => !named.includes(part) && !saidBy(template.masthead, part))]
}

/** Returns whether the first page's head or foot says when the article was published: it is not said again. */
export function isDateSaid(template: Template, surface: Surface): boolean {
  const { masthead, firstFooter, footer } = template
  return saidBy(masthead, 'dates') || (surface === 'paper' && saidBy(firstFooter ?? footer, 'dates'))
}

function saidBy(line: RunningLine | undefined, part: TitleBlockPart): boolean {
  const words = `${line?.start ?? ''}${line?.center ?? ''}${line?.end ?? ''}`
  // The date stands there with its time (`{publishedTime}`) or without.
  return words.includes(part === 'dates' ? '{published' : `{${part}}`)
}
