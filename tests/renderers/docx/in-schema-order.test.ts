import { expect, test } from 'vitest'
import { inSchemaOrder } from '../../../src/renderers/docx/reference/in-schema-order.js'

test.each([
  ['a style', '<w:style w:styleId="A"><w:pPr/><w:name w:val="a"/></w:style>', '<w:name w:val="a"/><w:pPr/>'],
  ['properties', '<w:rPr>\n <w:i/><w:bCs/><w:b/></w:rPr>', '<w:rPr><w:b/><w:bCs/><w:i/></w:rPr>'],
  ['what stands deep', '<w:p><w:pPr><w:jc/><w:pStyle/></w:pPr></w:p>', '<w:pPr><w:pStyle/><w:jc/></w:pPr>'],
  [
    'what may stand once',
    '<w:pPr><w:pStyle w:val="A"/><w:pStyle w:val="B"/></w:pPr>',
    '<w:pPr><w:pStyle w:val="A"/></w:pPr>',
  ],
  [
    'what may stand often',
    '<w:lvl/><w:tcPr><w:vAlign/><w:tcW/></w:tcPr>',
    '<w:lvl/><w:tcPr><w:tcW/><w:vAlign/></w:tcPr>',
  ],
])('puts %s in the order of the schema', (_, markup, wanted) => {
  expect(inSchemaOrder(markup)).toContain(wanted)
})

test.each([
  '<w:p a="&lt;"> <w:r><w:t xml:space="preserve"> b </w:t></w:r> </w:p>',
  '<w:rPr><w:b/><w14:ligatures w14:val="all"/><w:i/></w:rPr>',
  '<w:sectPr><w:headerReference r:id="a"/><w:headerReference r:id="b"/><w:pgSz/></w:sectPr>',
  '',
])('leaves %s as it is', markup => {
  expect(inSchemaOrder(markup)).toBe(markup)
})
