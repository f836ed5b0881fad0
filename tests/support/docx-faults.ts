import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A fault that a Word file may have, and the rule that finds it. */
export interface DocxFault {
  name: string
  rule: string
  /** The part that is changed. */
  part: string
  change(xml: string): string
}

const document = 'word/document.xml'

/** Replaces the first match; throws where there is none, for then the fault would not be there. */
function swap(xml: string, pattern: RegExp | string, by: string): string {
  const changed = xml.replace(pattern, () => by)
  if (changed === xml) throw new Error(`nothing to change: ${pattern}`)
  return changed
}

/** Faults that were seen in the wild, each alone. */
export const docxFaults: readonly DocxFault[] = [
  {
    name: 'elements out of order',
    rule: 'docx-order',
    part: document,
    change: xml =>
      swap(xml, '<w:pStyle w:val="FirstParagraph"/>', '<w:jc w:val="left"/><w:pStyle w:val="FirstParagraph"/>'),
  },
  {
    name: 'two styles for one paragraph',
    rule: 'docx-order',
    part: document,
    change: xml => swap(xml, '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="Title"/><w:pStyle w:val="Heading1"/>'),
  },
  {
    name: 'a picture without a file',
    rule: 'docx-part',
    part: document,
    change: xml => swap(xml, /r:embed="rId\d+"/, 'r:embed="rId999"'),
  },
  {
    name: 'two drawings of one number',
    rule: 'docx-drawing',
    part: document,
    change: xml => swap(xml, '<wp:docPr id="2"', '<wp:docPr id="1"'),
  },
  {
    name: 'a note that is not there',
    rule: 'docx-note',
    part: document,
    change: xml => swap(xml, '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="99"/>'),
  },
  {
    name: 'a value that cannot be',
    rule: 'docx-value',
    part: document,
    change: xml => swap(xml, '<w:vertAlign w:val="subscript"/>', '<w:vertAlign w:val="lowered"/>'),
  },
  { name: 'broken XML', rule: 'docx-unreadable', part: document, change: xml => swap(xml, '</w:body>', '') },
  { name: 'a missing part', rule: 'docx-part', part: 'word/footnotes.xml', change: () => '' },
  {
    name: 'a style that is not defined',
    rule: 'docx-style',
    part: document,
    change: xml => swap(xml, '<w:pStyle w:val="Quote"/>', '<w:pStyle w:val="Zitat"/>'),
  },
  {
    name: 'a list that is not defined',
    rule: 'docx-list',
    part: document,
    change: xml => swap(xml, /<w:numId w:val="\d+"\/>/, '<w:numId w:val="4711"/>'),
  },
  {
    name: 'a cell without a paragraph',
    rule: 'docx-cell',
    part: document,
    change: xml => swap(xml, /(?<=<\/w:tcPr>)<w:p>.*?<\/w:p>/, ''),
  },
  {
    name: 'two bookmarks of one name',
    rule: 'docx-bookmark',
    part: document,
    change: xml => swap(xml, 'w:name="target_2"', 'w:name="TARGET"'),
  },
  {
    name: 'a link to a bookmark that is not there',
    rule: 'docx-bookmark',
    part: document,
    change: xml => swap(xml, 'w:anchor="target"', 'w:anchor="elsewhere"'),
  },
  {
    name: 'a style based on none that is there',
    rule: 'docx-style',
    part: 'word/styles.xml',
    change: xml => swap(xml, '<w:basedOn w:val="Quote"/>', '<w:basedOn w:val="Citation"/>'),
  },
  {
    name: 'notes in another order than they are cited in',
    rule: 'docx-note-order',
    part: document,
    change: xml =>
      swap(
        xml
          .replace('<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="0x"/>')
          .replace('<w:footnoteReference w:id="3"/>', '<w:footnoteReference w:id="2"/>'),
        '0x',
        '3',
      ),
  },
  {
    name: 'a field without a result',
    rule: 'docx-field',
    part: document,
    change: xml => swap(xml, /(?<=fldCharType="separate"\/><\/w:r>)<w:r>.*?<\/w:r>/, ''),
  },
  {
    name: 'a field to be updated',
    rule: 'docx-field',
    part: document,
    change: xml => swap(xml, 'w:fldCharType="begin"', 'w:fldCharType="begin" w:dirty="true"'),
  },
  {
    name: 'an update on opening',
    rule: 'docx-field',
    part: 'word/settings.xml',
    change: xml => swap(xml, '<w:compat>', '<w:updateFields w:val="true"/><w:compat>'),
  },
  {
    name: 'an old mode',
    rule: 'docx-compatibility',
    part: 'word/settings.xml',
    change: xml =>
      swap(
        xml,
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"',
        'w:uri="http://schemas.microsoft.com/office/word" w:val="14"',
      ),
  },
  {
    name: 'no title',
    rule: 'docx-title',
    part: 'docProps/core.xml',
    change: xml => swap(xml, /<dc:title>.*?<\/dc:title>/, ''),
  },
  {
    name: 'no language',
    rule: 'docx-language',
    part: 'word/styles.xml',
    change: xml => swap(xml, /<w:lang [^>]*>/, ''),
  },
  {
    name: 'a picture without a description',
    rule: 'docx-alt',
    part: document,
    change: xml => swap(xml, /descr="icon"/, 'descr=""'),
  },
  {
    name: 'a table without a head',
    rule: 'docx-table-head',
    part: document,
    change: xml => swap(xml, '<w:tblHeader/>', ''),
  },
  {
    name: 'headings that skip a level',
    rule: 'docx-heading-order',
    part: document,
    change: xml => swap(xml, '<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Heading4"/>'),
  },
  {
    name: 'blank paragraphs',
    rule: 'docx-blank',
    part: document,
    change: xml => swap(xml, '<w:sectPr>', '<w:p/><w:p/><w:sectPr>'),
  },
]

/** Returns a Word file with one part changed; a part that comes back empty is taken out. */
export function withFault(bytes: Uint8Array, { part, change }: DocxFault): Uint8Array {
  const files = unzipSync(bytes)
  const changed = change(strFromU8(files[part]!))
  if (changed === '') delete files[part]
  else files[part] = strToU8(changed)
  return zipSync(files)
}
