import type { Article, ArticleNode } from '../article/article.js'
import { visit } from '../article/walk.js'
import { type CleanText, cleanText } from './characters.js'
import type { Placed, RenderContext } from './renderer.js'

/** Says which characters an output could not hold, at the first place in the source that has any. */
export function reportCharacters(
  { removed, repaired }: Pick<CleanText, 'removed' | 'repaired'>,
  article: Article,
  report: RenderContext<unknown>['report'],
): void {
  if (removed.length === 0 && repaired.length === 0) return
  const place = placeOfUnfit(article)
  if (removed.length > 0)
    report(`left out characters that XML and HTML forbid: ${removed.join(', ')}`, 'unfit-characters', place)
  if (repaired.length > 0)
    report(
      `read control characters as the Windows-1252 signs they stand for: ${repaired.join(', ')}`,
      'unfit-characters',
      place,
      'info',
    )
}

function placeOfUnfit(article: Article): Placed | undefined {
  let place: ArticleNode | undefined
  visit(article, node => {
    const value = 'value' in node ? node.value : undefined
    if (place || value === undefined) return place ? 'skip' : undefined
    const { removed, repaired } = cleanText(value)
    if (removed.length + repaired.length > 0) place = node
  })
  return place ?? { position: article.data?.places?.title }
}
