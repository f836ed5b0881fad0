import type { Note } from '../../article/article.js'
import { blocksHtml } from './blocks.js'
import { callId, placeHref } from './inlines.js'
import { tag } from './markup.js'
import type { HtmlState } from './state.js'

/** Returns the notes as a list, each with a way back; notes cited inside notes follow. Empty where there are none. */
export function notesHtml(state: HtmlState): string {
  const items: string[] = []
  for (let index = 0; index < state.notes.length; index++) items.push(noteHtml(state.notes[index]!, index + 1, state))
  if (items.length === 0) return ''
  const list = tag('ol', {}, `\n${items.join('\n')}\n`)
  if (state.mode === 'feed') return `<hr>\n${list}`
  const title = tag('h2', { class: 'notes-title' }, state.labels.notes)
  return tag('section', { class: 'notes', role: 'doc-endnotes' }, `\n${title}\n${list}\n`)
}

function noteHtml(note: Note, number: number, state: HtmlState): string {
  const calls = state.cited.calls(number)
  const back = Array.from({ length: calls }, (_, index) => wayBack(number, index + 1, state)).join('')
  const last = note.children.at(-1)
  const html = blocksHtml(note.children, state)
  // The way back stands at the end of the last line, not on one of its own.
  const inside = last?.type === 'paragraph' ? `${html.slice(0, -'</p>'.length)}${back}</p>` : `${html}${back}`
  return tag('li', { id: `${state.idPrefix}note-${number}` }, inside)
}

/** Of a note that is called more than once a way back to each call. */
function wayBack(number: number, call: number, state: HtmlState): string {
  const href = placeHref(callId(number, call), state)
  if (href === undefined) return ''
  const spoken =
    state.mode === 'feed'
      ? {}
      : { role: 'doc-backlink', 'aria-label': `${state.labels.backToText} ${number}${call > 1 ? ` (${call})` : ''}` }
  return `&nbsp;${tag('a', { href, ...spoken }, '↩\uFE0E')}`
}
