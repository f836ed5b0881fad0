import { strToU8, zipSync } from 'fflate'
import { png } from './context.js'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const styles = `${head}<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="character" w:default="1" w:styleId="Absatz-Standardschriftart"><w:name w:val="Default Paragraph Font"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="Heading 1"/><w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:color w:val="004488"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Angebot"/><w:basedOn w:val="Standard"/></w:style>
<w:style w:type="paragraph" w:styleId="Kopfzeile"><w:name w:val="header"/><w:basedOn w:val="Standard"/></w:style></w:styles>`

const numbering = `${head}<w:numbering ${w}><w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="§ %1"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="7"/></w:num></w:numbering>`

/** The logo's drawing, as Word writes it. */
const logo = `<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="540000" cy="216000"/><wp:docPr id="41" name="Logo" descr="Logo of the house"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="41" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="540000" cy="216000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`

// Word cuts words into runs where it checked their spelling.
const header = `${head}<w:hdr ${w} ${r}><w:p><w:pPr><w:pStyle w:val="Kopfzeile"/></w:pPr><w:r>${logo}</w:r><w:r><w:t xml:space="preserve"> House · {{ti</w:t></w:r><w:r><w:t>tle}}</w:t></w:r><w:r><w:t xml:space="preserve"> · {{kicker}}</w:t></w:r></w:p></w:hdr>`

const section = `<w:sectPr w:rsidR="00A10000"><w:headerReference w:type="default" r:id="rId4"/><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="720" w:footer="720" w:gutter="0"/><w:printerSettings r:id="rId99"/></w:sectPr>`

const cover = `<w:p><w:r><w:t>Dear reader</w:t></w:r><w:bookmarkStart w:id="3" w:name="one"/><w:bookmarkEnd w:id="3"/><w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="0"/><w:r><w:t>, {{authors}} writes:</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p><w:p><w:r><w:t>{{</w:t></w:r><w:r><w:t>body}}</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr><w:r><w:t>Regards</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r><w:hyperlink r:id="rId8"><w:r><w:t>house.example</w:t></w:r></w:hyperlink></w:p>`

const note = (id: number, words: string): string =>
  `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>${words}</w:t></w:r></w:p></w:footnote>`
const mark = (type: string, id: number): string =>
  `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:r><w:${type}/></w:r></w:p></w:footnote>`

/** How a letterhead differs from the one here. */
export interface LetterheadChange {
  /** Text of its own around `{{body}}`. Default: only its looks. */
  cover?: boolean
  /** Parts to change or add. */
  parts?: { [path: string]: string | Uint8Array }
}

/** Returns a letterhead in the shape that Word in German writes: ids in its language, page and header of a house. */
export function letterhead({ cover: own = false, parts = {} }: LetterheadChange = {}): Uint8Array {
  const files: { [path: string]: string | Uint8Array } = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/><Override PartName="/word/header2.xml" ContentType="${word}.header+xml"/><Override PartName="/word/numbering.xml" ContentType="${word}.numbering+xml"/><Override PartName="/word/footnotes.xml" ContentType="${word}.footnotes+xml"/><Override PartName="/word/settings.xml" ContentType="${word}.settings+xml"/></Types>`,
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': `${head}<w:document ${w} ${r}><w:body>${own ? cover : '<w:p><w:r><w:t>Sample text</w:t></w:r></w:p>'}${section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships([
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'numbering', 'numbering.xml'],
      ['rId3', 'footnotes', 'footnotes.xml'],
      ['rId4', 'header', 'header2.xml'],
      ['rId5', 'settings', 'settings.xml'],
      ['rId8', 'hyperlink', 'https://house.example/', 'External'],
    ]),
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
    'word/settings.xml': `${head}<w:settings ${w}><w:attachedTemplate xmlns:r="${office}" r:id="rId1"/><w:evenAndOddHeaders/></w:settings>`,
    'word/footnotes.xml': `${head}<w:footnotes ${w}>${mark('separator', 0)}${mark('continuationSeparator', 1)}${note(2, 'A note of the house')}${note(3, 'Another')}</w:footnotes>`,
    'word/header2.xml': header,
    'word/_rels/header2.xml.rels': relationships([['rId1', 'image', 'media/logo.png']]),
    'word/media/logo.png': png,
    ...parts,
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, typeof text === 'string' ? strToU8(text) : text]),
    ),
  )
}

function relationships(list: readonly (readonly [string, string, string, string?])[]): string {
  const all = list.map(
    ([id, type, target, mode]) =>
      `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
  )
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
}
