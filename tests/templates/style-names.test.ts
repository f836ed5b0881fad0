import { describe, expect, it } from 'vitest'
import { bareTemplate } from '../../src/templates/bare-template.js'
import { resolveStyle, resolveStyles, styleParents } from '../../src/templates/style-names.js'
import { styleNames, type Template } from '../../src/templates/template.js'

const template: Template = {
  ...bareTemplate,
  styles: {
    body: { font: 'serif', size: 10, leading: 14, colour: 'ink', after: 6, firstLine: 12 },
    firstParagraph: { firstLine: 0 },
    heading2: { font: 'sans', weight: 600, size: 12, before: 18 },
    quote: { italic: true, border: { left: { width: 1, colour: 'ink' } } },
    byline: { size: 9, before: 3 },
    bylineName: { weight: 600 },
  },
}

describe('resolveStyle', () => {
  it('takes letters from what a style builds on, and spacing from itself alone', () => {
    expect(resolveStyle(template, 'quote')).toMatchObject({ size: 10, leading: 14, italic: true })
    expect(resolveStyle(template, 'quote')).not.toHaveProperty('after')
    expect(resolveStyle(template, 'quote')).not.toHaveProperty('firstLine')
  })

  it('gives a style that is not defined the whole look of the nearest one', () => {
    expect(resolveStyle(template, 'heading3')).toEqual(resolveStyle(template, 'heading2'))
    expect(resolveStyle(template, 'pullQuote')).toMatchObject({ italic: true, border: { left: { width: 1 } } })
  })

  it('keeps the spacing of body text for its first paragraph', () => {
    expect(resolveStyle(template, 'firstParagraph')).toMatchObject({ after: 6, firstLine: 0, size: 10 })
  })

  it('lets a run build on its line', () => {
    expect(resolveStyle(template, 'bylineName')).toMatchObject({ size: 9, weight: 600 })
  })

  it('gives every style a font, a size and a leading, whatever the template lacks', () => {
    const styles = resolveStyles({ ...bareTemplate, styles: {} })
    for (const name of styleNames)
      expect([name, styles[name]]).toEqual([name, expect.objectContaining({ font: 'serif', size: 10.5, leading: 15 })])
  })

  it('ends every chain at body', () => {
    for (const name of styleNames) {
      let at: keyof typeof styleParents | undefined = name
      for (let steps = 0; at && at !== 'body'; steps++) {
        expect(steps).toBeLessThan(8)
        at = styleParents[at]
      }
      expect(at).toBe('body')
    }
  })
})
