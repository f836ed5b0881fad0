import { describe, expect, it } from 'vitest'
import { article, heading, paragraph } from '../../src/article/build.js'
import { labelsFor } from '../../src/locale/labels.js'
import { runningFields } from '../../src/templates/running-fields.js'
import { fieldValues, runningPieces } from '../../src/templates/running-lines.js'

const labels = labelsFor('en')
const story = article({ title: 'Head', url: 'https://www.example.org/a/' }, [
  heading(1, 'First', 'first'),
  paragraph('Text'),
])
const bare = article({ title: 'Head' }, [paragraph('Text')])

const knows = (name: string): boolean =>
  name in fieldValues(story, labels) || runningPieces(`{${name}}`, story, labels).some(piece => 'field' in piece)

describe('running lines', () => {
  it('leave out a part whose fields are all empty, with its separator', () => {
    expect(runningPieces('{title} · {kicker}', story, labels)).toEqual([{ text: 'Head' }])
    expect(runningPieces('{url}', story, labels)).toEqual([{ text: 'example.org/a' }])
  })

  it('say the page’s number in the words of the language', () => {
    expect(runningPieces('{page} of {pages}', story, labelsFor('de'))).toEqual([
      { field: 'PAGE' },
      { text: ' von ' },
      { field: 'NUMPAGES' },
    ])
  })

  it('say the section where the page is known, and leave it to the format where it is not', () => {
    expect(runningPieces('{title} · {heading}', story, labels, 'First')).toEqual([
      { text: 'Head' },
      { text: ' · ' },
      { text: 'First' },
    ])
    expect(runningPieces('{heading}', story, labels)).toEqual([{ field: 'HEADING' }])
  })

  it('fill every field that a template may name', () => {
    for (const name of runningFields) expect([name, knows(name)]).toEqual([name, true])
    expect(Object.keys(fieldValues(story, labels)).filter(name => !runningFields.includes(name))).toEqual([])
  })

  it('say no section where there is none: before the first, or in a text without headings', () => {
    expect(runningPieces('{title} · {heading}', story, labels, '')).toEqual([{ text: 'Head' }])
    expect(runningPieces('{title} · {heading}', bare, labels)).toEqual([{ text: 'Head' }])
  })
})
