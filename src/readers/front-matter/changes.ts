import type { Correction, LiveUpdate } from '../../article/article.js'
import { readDate } from './dates.js'
import { isEmpty, type MapEntry } from './entry.js'
import { readPerson, splitNames } from './people.js'
import {
  complain,
  entriesOf,
  type FieldContext,
  type Named,
  pickNamed,
  present,
  readDateField,
  readText,
  readWords,
  reportUnread,
  textIn,
  urlIn,
} from './values.js'

const correctionKinds: { readonly [word: string]: Correction['kind'] } = {
  correction: 'correction',
  corrected: 'correction',
  erratum: 'correction',
  clarification: 'clarification',
  clarified: 'clarification',
  update: 'update',
  updated: 'update',
  retraction: 'retraction',
  retracted: 'retraction',
}

/** Reads corrections: texts, or maps with `text`, `date` and `kind`. A text may begin with its date or its kind. */
export function readCorrections(field: Named, context: FieldContext): Correction[] | undefined {
  const corrections = entriesOf(field.entry).flatMap((entry, index): Correction[] => {
    if (isEmpty(entry)) return []
    context.place(`corrections.${index}`, entry)
    if (entry.kind === 'scalar') return [fromText(readWords({ ...field, entry }, context)!)]
    const words =
      entry.kind === 'map'
        ? pickNamed(entry, 'text', 'note', 'correction', 'description', 'content', 'body')
        : undefined
    const text = words && readWords(words, context)
    if (!text || entry.kind !== 'map') {
      complain({ ...field, entry }, 'each correction needs a `text`', context)
      return []
    }
    const date = pickNamed(entry, 'date', 'published', 'datePublished')
    const kind = correctionKind(pickNamed(entry, 'kind', 'type', 'correctionType'), context)
    const correction = {
      kind: kind ?? fromText(text).kind,
      ...present({ date: date && readDateField(date, context) }),
      text,
    }
    reportUnread(entry, 'a correction', context)
    return [correction]
  })
  return corrections.length > 0 ? corrections : undefined
}

function correctionKind(field: Named | undefined, context: FieldContext): Correction['kind'] | undefined {
  const word = field && readText(field, context)?.toLowerCase()
  const kind = word ? correctionKinds[word] : undefined
  if (field && !kind) complain(field, '`correction`, `clarification`, `update` or `retraction` is needed', context)
  return kind
}

/** `2026-11-19: The pier costs €2.8 million.` `Clarification: …` */
function fromText(written: string): Correction {
  const dated = /^(\d{4}-\d{2}-\d{2})\s*[:–—-]\s*(.+)$/su.exec(written)
  const date = dated ? readDate(dated[1]!)?.date : undefined
  const text = date ? dated![2]! : written
  const kind = correctionKinds[/^(\p{L}+)\s*(?::|\()/u.exec(text)?.[1]?.toLowerCase() ?? ''] ?? 'correction'
  return { kind, ...(date && { date }), text }
}

/** Reads the entries of a live blog: maps with `title` and `published`. */
export function readUpdates(field: Named, context: FieldContext): LiveUpdate[] | undefined {
  const updates = entriesOf(field.entry).flatMap((entry): LiveUpdate[] => {
    if (entry.kind !== 'map') {
      complain({ ...field, entry }, 'each update needs a `title` and a `published` time', context)
      return []
    }
    const title = textIn(entry, context, 'title', 'headline')
    const published = pickNamed(entry, 'published', 'date', 'time', 'datePublished')
    const date = published && readDateField(published, context)
    if (!title || !date) {
      if (!title || !published)
        complain({ ...field, entry }, 'each update needs a `title` and a `published` time', context)
      return []
    }
    const updated = pickNamed(entry, 'updated', 'modified', 'dateModified')
    const author = pickNamed(entry, 'author', 'by')?.entry
    const place = textIn(entry, context, 'heading', 'anchor', 'id') ?? placeIn(entry)
    const update: LiveUpdate = {
      title,
      published: date,
      ...present({
        updated: updated && readDateField(updated, context),
        url: placeIn(entry) === undefined ? urlIn(entry, context, 'url', 'link') : undefined,
        heading: place?.replace(/^#/, ''),
        author:
          author?.kind === 'map'
            ? readPerson(author, context)
            : author?.kind === 'scalar'
              ? { name: splitNames(author.text).join(', ') }
              : undefined,
      }),
    }
    reportUnread(entry, 'an update', context)
    return [update]
  })
  return updates.length > 0 ? updates : undefined
}

/** An address that is only a place, `#ferries`, is one in this article: it names the heading of the entry. */
function placeIn(entry: MapEntry): string | undefined {
  const address = pickNamed(entry, 'url', 'link')?.entry
  return address?.kind === 'scalar' && address.text.startsWith('#') ? address.text : undefined
}
