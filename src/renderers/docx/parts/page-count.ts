import type { Article } from '../../../article/article.js'
import { plainText } from '../../../article/text.js'
import type { Style } from '../../../templates/template.js'

/** What a letter takes on average, in parts of the type size, and how much of a page white space takes. */
const letterWidth = 0.47
const filled = 0.85
/** Lines that the title block takes, and a picture with its caption. */
const headLines = 16
const pictureLines = 16

/**
 * Returns about how many pages an article has: what "1 of 3" says to a reader that lays nothing out. Word and LibreOffice
 * count themselves. `room` is the text block in points, `pictures` how many it shows.
 */
export function pageCount(
  article: Article,
  pictures: number,
  room: { width: number; height: number },
  body: Style,
): number {
  const size = body.size ?? 10.5
  const lettersInLine = room.width / (size * letterWidth)
  const linesOnPage = (room.height / (body.leading ?? size * 1.4)) * filled
  const lines = plainText(article).length / lettersInLine + headLines + pictures * pictureLines
  return Math.max(1, Math.ceil(lines / linesOnPage))
}
