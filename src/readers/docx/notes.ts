import type { Block } from '../../article/article.js'
import type { Package, Relationship } from '../../ooxml/open-package.js'
import { elementsOf, type XmlElement } from '../../ooxml/xml-tree.js'
import type { NoteText } from './build-inlines.js'
import { fold } from './fold.js'
import { toLeaves } from './leaves.js'
import { readItems } from './paragraphs.js'
import { leaveOut, type Reading } from './reading.js'

/** Returns what reads a note's text by its id. Endnotes become notes as well: where notes stand is the output's choice. */
export function noteReader(
  file: Package,
  relationships: ReadonlyMap<string, Relationship>,
  reading: Reading,
): NoteText {
  const parts = new Map(
    (['footnote', 'endnote'] as const).map(kind => [kind, partOf(`${kind}s`, file, relationships)] as const),
  )
  let within = false
  return (id, of) => {
    const part = parts.get(of)
    const note = part?.notes.get(id)
    if (!part || !note) {
      leaveOut('the call of a note that the file does not hold', reading)
      return []
    }
    if (within) return []
    within = true
    const blocks = readNote(note, { ...reading, relationships: part.relationships, fields: [] })
    within = false
    return blocks
  }
}

interface NotePart {
  notes: ReadonlyMap<string, XmlElement>
  relationships: ReadonlyMap<string, Relationship>
}

function partOf(type: string, file: Package, relationships: ReadonlyMap<string, Relationship>): NotePart {
  const found = [...relationships.values()].find(each => each.type === type && !each.external)
  // ISO/IEC 29500-1, 17.18.33: separators are notes of another type.
  const notes = elementsOf(found && file.xml(found.target)).filter(
    each => (each.attributes['w:type'] ?? 'normal') === 'normal',
  )
  return {
    notes: new Map(notes.map(each => [each.attributes['w:id'] ?? '', each])),
    relationships: found ? file.relationships(found.target) : new Map(),
  }
}

/** The blank after the note's own number is not its text. */
function readNote(note: XmlElement, reading: Reading): Block[] {
  return fold(toLeaves(readItems(note, reading), reading), 360)
}
