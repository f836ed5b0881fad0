import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../../src/article/article.js'
import { article, note, paragraph } from '../../../src/article/build.js'
import { readDocx } from '../../../src/readers/docx/index.js'
import { docxRenderer } from '../../../src/renderers/docx/index.js'
import { contextFor, shippedTemplate } from './support/context.js'

const story = article({ title: 'Ice' }, [paragraph('At the hour'), paragraph('Before')])

async function made(
  source: Article,
  template = 'feature',
): Promise<{ bytes: Uint8Array; document: string; styles: string }> {
  const { body } = await docxRenderer.render(source, contextFor(shippedTemplate(template)))
  const files = unzipSync(body as Uint8Array)
  const text = (path: string) => strFromU8(files[path]!)
  return { bytes: body as Uint8Array, document: text('word/document.xml'), styles: text('word/styles.xml') }
}

describe('a drop cap in Word', () => {
  test('is a framed letter of its own style before the text', async () => {
    const { document, styles } = await made(story)
    expect(document).toMatch(
      /<w:pStyle w:val="DropCap"\/><w:framePr w:dropCap="drop" w:lines="3"[^>]*\/><\/w:pPr><w:r>.*?<w:t>A<\/w:t><\/w:r><\/w:p><w:p><w:pPr><w:pStyle w:val="FirstParagraph"\/><\/w:pPr><w:r><w:t>t the hour</,
    )
    const style = /<w:style [^>]*w:styleId="DropCap">.*?<\/w:style>/.exec(styles)![0]
    // Three lines of 13.6 points, and capitals from the first line's top to the third line's foot.
    expect(style).toContain('w:line="816" w:lineRule="exact"')
    expect(style).toMatch(/<w:position w:val="-\d+"\/><w:sz w:val="10[01]"\/>/)
  })

  test('takes the mark before it into the frame, with a narrow space where French has one', async () => {
    for (const [opening, framed] of [
      ['\u201eAt the hour\u201c', ['\u201eA']],
      ['\u00ab\u00a0At the hour\u00a0\u00bb', ['\u00ab', '\u00a0', 'A']],
      ['\u00ab At the hour \u00bb', ['\u00ab', ' ', 'A']],
    ] as const) {
      const { bytes, document } = await made(article({ title: 'Ice' }, [paragraph(opening)]))
      const cap = /<w:framePr.*?<\/w:p>/.exec(document)![0]
      expect([...cap.matchAll(/<w:t[^>]*>([^<]*)</g)].map(found => found[1])).toEqual(framed)
      expect(readDocx(bytes).article!.children).toEqual([paragraph(opening)])
    }
  })

  test('is none where the template has none, or no letter of the text may stand out', async () => {
    expect((await made(story, 'briefing')).document).not.toContain('framePr')
    expect((await made(article({ title: 'Ice' }, [paragraph('19 metres')]))).document).not.toContain('framePr')
    const dated = article({ title: 'Ice', dateline: { place: 'OSLO' } }, [paragraph('At the hour')])
    expect((await made(dated)).document).not.toContain('framePr')
    const noted = article({ title: 'Ice' }, [paragraph(['At the hour', note([paragraph('Noted')])])])
    expect((await made(noted)).document).not.toContain('framePr')
  })

  test('is read back as the beginning of its word', async () => {
    const { bytes } = await made(story)
    const read = readDocx(bytes)
    expect(read.article!.children).toMatchObject(story.children)
  })
})
