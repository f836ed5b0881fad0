import type { Attribution } from '../../article/article.js'
import { safeUrl } from '../../article/safe-url.js'
import { plainWords } from './captions.js'
import type { Piece } from './pieces.js'

/**
 * Reads the line of a speaker. The name has a style of its own; where an editor has typed the line anew it ends at the first
 * comma of any script.
 */
export function attributionOf(pieces: readonly Piece[]): Attribution | undefined {
  const line = plainWords(pieces).replace(/^(?:[—–―]{1,2}|--)\s*/u, '')
  if (line === '') return undefined
  const named = plainWords(pieces.filter(piece => piece.marks.role === 'quoteSourceName'))
  const name = named && line.includes(named) ? named : (/^[^,،，、]+/u.exec(line)?.[0].trim() ?? line)
  const rest = line.slice(line.indexOf(name) + name.length)
  const role = /^\s*[,،，、]\s*(.+)$/u.exec(rest)?.[1]?.trim()
  const link = pieces.find(piece => piece.marks.link)?.marks.link
  const url = link && !link.url.startsWith('#') ? safeUrl(link.url) : undefined
  const attribution: Attribution = { name, ...(role && { role }), ...(url && { url }) }
  return line === (role ? `${name}, ${role}` : name) ? attribution : { ...attribution, text: line }
}
