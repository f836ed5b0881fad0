import { describe, expect, it, test } from 'vitest'
import type { Meta } from '../../../src/article/article.js'
import { labelsFor } from '../../../src/locale/labels.js'
import { languages } from '../../../src/locale/languages.js'
import { bylinePieces } from '../../../src/renderers/title-block/byline.js'
import { datesLine } from '../../../src/renderers/title-block/dates.js'
import { titleBlockParts } from '../../../src/renderers/title-block/parts.js'
import { sponsorLine } from '../../../src/renderers/title-block/sponsor.js'
import { bareTemplate } from '../../../src/templates/bare-template.js'
import type { Template } from '../../../src/templates/template.js'

const labels = labelsFor('en')
const meta = (more: Partial<Meta>): Meta => ({ title: 'T', authors: [], language: 'en', ...more })
const labelled = (byline: boolean): Template => ({ ...bareTemplate, labels: { ...bareTemplate.labels, byline } })
const words = (...given: Parameters<typeof bylinePieces>) =>
  bylinePieces(...given)
    .map(piece => piece.text)
    .join('')

test('a byline parts names as its language does', () => {
  const people = ['أ', 'ب', 'ج'].map(name => ({ name }))
  expect(words(people, [], labelled(true), labelsFor('ar'))).toBe('بقلم أ، ب و ج')
})

describe('the title block', () => {
  it('prints what a template does not name after what it names', () => {
    expect(titleBlockParts({ ...bareTemplate, titleBlock: ['title', 'image'] })).toEqual([
      'title',
      'image',
      'sponsor',
      'kicker',
      'subtitle',
      'byline',
      'dates',
    ])
  })

  it('leaves out what the masthead prints, unless the template names it all the same', () => {
    const template: Template = { ...bareTemplate, titleBlock: ['title'], masthead: { end: '{kicker} {publishedTime}' } }
    expect(titleBlockParts(template)).not.toEqual(expect.arrayContaining(['kicker']))
    expect(titleBlockParts(template)).not.toEqual(expect.arrayContaining(['dates']))
    expect(titleBlockParts({ ...template, titleBlock: ['kicker'] })).toContain('kicker')
  })
})

describe('the byline', () => {
  const ana = { name: 'Ana', jobTitle: 'reporter', location: 'Oslo' }
  const ben = { name: 'Ben' }
  const cy = { name: 'Cy', role: 'photographer' }

  it('sets details in brackets where it runs as a sentence', () => {
    expect(words([ana, ben], [cy], labelled(true), labels)).toBe('By Ana (reporter, Oslo) and Ben · Cy, photographer')
  })

  it('parts people by dots where it does not', () => {
    expect(words([ana, ben], [], labelled(false), labels)).toBe('Ana, reporter, Oslo · Ben')
    expect(words([], [cy], labelled(true), labels)).toBe('Cy, photographer')
  })

  it('names roles before people where the template says so', () => {
    const rolesFirst = { ...bareTemplate, labels: { ...bareTemplate.labels, byline: true, rolesFirst: true } }
    expect(
      words([{ name: 'Ana', role: 'words' }], [cy, { name: 'Di', role: 'photographer' }], rolesFirst, labels),
    ).toBe('Words Ana · Photographer Cy, Di')
    expect(words([ana, ben], [], rolesFirst, labels)).toBe('By Ana (reporter, Oslo), Ben')
    expect(words([ben], [{ name: 'Di' }, { name: 'Ed' }], rolesFirst, labels)).toBe('By Ben · Di, Ed')
  })
})

describe('the dates', () => {
  const published = '2026-10-14T09:00:00Z'
  it('are labelled, and an update says its time where it is of the same day', () => {
    const same = meta({ published, updated: '2026-10-14T11:30:00Z' })
    expect(datesLine(same, bareTemplate, labels)).toBe('Published 14 October 2026 · Updated 14 October 2026, 11:30 UTC')
  })

  it('leave out an update that is none, and what the masthead says', () => {
    expect(datesLine(meta({ published, updated: published }), bareTemplate, labels)).toBe('Published 14 October 2026')
    const masthead = { end: '{published}' }
    expect(datesLine(meta({ published }), { ...bareTemplate, masthead }, labels)).toBe('')
    expect(datesLine(meta({ published }), { ...bareTemplate, footer: { start: '{published}' } }, labels)).toBe('')
  })
})

describe('the sponsor', () => {
  it.each(Object.keys(languages))('is named in %s', language => {
    const line = sponsorLine(meta({ sponsored: { name: 'Harbour $& Bank' } }), labelsFor(language))
    expect(line).toContain('Harbour $& Bank')
    expect(line).not.toBe('Harbour $& Bank')
  })

  it('is not spoken of where there is none', () => {
    expect(sponsorLine(meta({}), labels)).toBeUndefined()
  })
})
