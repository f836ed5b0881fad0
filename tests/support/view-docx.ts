import { strFromU8, unzipSync } from 'fflate'
import { childrenNamed, findNode, findNodes, readXml, textOf, type XmlNode } from './xml-tree.js'

/** What the lines of one part need to know: names of styles, targets of links, kinds of lists. */
interface Part {
  styles: Map<string, string>
  links: Map<string, string>
  lists: Map<string, string>
}

/** Returns a Word file as text that a person can review: properties, head and foot, then `Style | text` for each paragraph. */
export function viewDocx(bytes: Uint8Array): string {
  const files = unzipSync(bytes)
  const xml = (path: string): XmlNode | undefined => (files[path] ? readXml(strFromU8(files[path])) : undefined)
  const styles = stylesOf(xml('word/styles.xml')!)
  const lists = listsOf(xml('word/numbering.xml'))
  const part = (name: string): Part => ({ styles, lists, links: linksOf(xml(`word/_rels/${name}.xml.rels`)) })
  const document = xml('word/document.xml')!
  const running = ['header1', 'header2', 'footer1', 'footer2'].map(name =>
    runningLine(name, xml(`word/${name}.xml`), part(name)),
  )
  const sections = [
    propertiesOf(xml('docProps/core.xml'), xml('docProps/custom.xml')),
    running.filter(Boolean),
    blocksOf(findNode(document, 'w:body')!, part('document'), ''),
    notesOf(xml('word/footnotes.xml'), part('footnotes'), 'w:footnote', 'note'),
    notesOf(xml('word/comments.xml'), part('comments'), 'w:comment', 'comment'),
  ]
  return `${sections
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')}\n`
}

function stylesOf(styles: XmlNode): Map<string, string> {
  const named = childrenNamed(styles, 'w:style').map(style => {
    return [style.attributes['w:styleId']!, childrenNamed(style, 'w:name')[0]!.attributes['w:val']!] as const
  })
  const normal = childrenNamed(styles, 'w:style').find(
    style => style.attributes['w:default'] === '1' && style.attributes['w:type'] === 'paragraph',
  )
  // A paragraph that names no style has the default one.
  return new Map([['', normal ? childrenNamed(normal, 'w:name')[0]!.attributes['w:val']! : 'Normal'], ...named])
}

/** `ordered from 5` or `bullet`, by list id. */
function listsOf(numbering: XmlNode | undefined): Map<string, string> {
  const kinds = new Map(
    childrenNamed(numbering, 'w:abstractNum').map(list => {
      const level = childrenNamed(list, 'w:lvl')[0]
      const mark = childrenNamed(level, 'w:lvlText')[0]?.attributes['w:val']
      const format = childrenNamed(level, 'w:numFmt')[0]?.attributes['w:val']
      return [
        list.attributes['w:abstractNumId'],
        format === 'bullet' ? (mark?.trim() && mark !== '\u200B' ? 'bullet' : 'task') : 'ordered',
      ] as const
    }),
  )
  return new Map(
    childrenNamed(numbering, 'w:num').map(list => {
      const kind = kinds.get(childrenNamed(list, 'w:abstractNumId')[0]?.attributes['w:val'])
      const start = findNode(list, 'w:startOverride')?.attributes['w:val']
      return [list.attributes['w:numId']!, `${kind}${start && start !== '1' ? ` from ${start}` : ''}`] as const
    }),
  )
}

function linksOf(relationships: XmlNode | undefined): Map<string, string> {
  return new Map(
    childrenNamed(relationships, 'Relationship').map(each => [each.attributes.Id!, each.attributes.Target!] as const),
  )
}

function propertiesOf(core: XmlNode | undefined, custom: XmlNode | undefined): string[] {
  return [
    ...(core?.children ?? []).map(each => `${each.name.replace(/^\w+:/, '')}: ${textOf(each)}`),
    ...childrenNamed(custom, 'property').map(each => `${each.attributes.name}: ${textOf(each)}`),
  ]
}

function runningLine(name: string, root: XmlNode | undefined, part: Part): string {
  return root
    ? `${name} | ${childrenNamed(root, 'w:p')
        .map(each => inlineOf(each, part))
        .join(' ')}`
    : ''
}

function notesOf(root: XmlNode | undefined, part: Part, tag: string, word: string): string[] {
  return childrenNamed(root, tag)
    .filter(note => note.attributes['w:type'] === undefined)
    .flatMap(note => {
      const author = note.attributes['w:author']
      const by = author === undefined ? '' : ` by ${author} ${note.attributes['w:date'] ?? ''}`.trimEnd()
      return blocksOf(note, part, `${word} ${note.attributes['w:id']}${by} · `)
    })
}

function blocksOf(parent: XmlNode, part: Part, prefix: string): string[] {
  return parent.children.flatMap(child => {
    if (child.name === 'w:p') return [prefix + paragraphOf(child, part)]
    return child.name === 'w:tbl' ? tableOf(child, part, prefix) : []
  })
}

function paragraphOf(node: XmlNode, part: Part): string {
  const properties = childrenNamed(node, 'w:pPr')[0]
  const style = childrenNamed(properties, 'w:pStyle')[0]?.attributes['w:val'] ?? ''
  const numbering = childrenNamed(properties, 'w:numPr')[0]
  const list = numbering && ` (${listOf(numbering, part)})`
  return `${part.styles.get(style) ?? `?${style}`}${list ?? ''} | ${inlineOf(node, part)}`.trimEnd()
}

function listOf(numbering: XmlNode, part: Part): string {
  const id = findNode(numbering, 'w:numId')!.attributes['w:val']!
  return `list ${id} ${part.lists.get(id)}, level ${findNode(numbering, 'w:ilvl')!.attributes['w:val']}`
}

function tableOf(node: XmlNode, part: Part, prefix: string): string[] {
  const alt = findNode(node, 'w:tblDescription')?.attributes['w:val']
  const widths = findNodes(childrenNamed(node, 'w:tblGrid')[0]!, 'w:gridCol').map(column => column.attributes['w:w'])
  const rows = childrenNamed(node, 'w:tr').map(row => {
    const head = findNode(row, 'w:tblHeader') ? 'head' : 'row'
    const cells = childrenNamed(row, 'w:tc').map(cell =>
      childrenNamed(cell, 'w:p')
        .map(each => cellOf(each, part))
        .join(' ¶ '),
    )
    return `${prefix}  ${head} | ${cells.join(' ¦ ')}`.trimEnd()
  })
  return [`${prefix}table ${widths.join('+')}${alt ? ` alt "${alt}"` : ''}`, ...rows]
}

function cellOf(node: XmlNode, part: Part): string {
  const align = findNode(childrenNamed(node, 'w:pPr')[0], 'w:jc')?.attributes['w:val']
  return inlineOf(node, part) + (align && align !== 'left' ? ` (${align})` : '')
}

/** Runs with what they are: `[Strong: words]`, `[words → address]`, `[note 1]`. */
function inlineOf(node: XmlNode, part: Part): string {
  return node.children.map(child => pieceOf(child, part)).join('')
}

function pieceOf(node: XmlNode, part: Part): string {
  switch (node.name) {
    case 'w:hyperlink': {
      const target =
        node.attributes['w:anchor'] === undefined
          ? part.links.get(node.attributes['r:id']!)
          : `#${node.attributes['w:anchor']}`
      return `[${inlineOf(node, part)} → ${target}]`
    }
    case 'w:ins':
      return `[added by ${node.attributes['w:author']}: ${inlineOf(node, part)}]`
    case 'w:del':
      return `[deleted by ${node.attributes['w:author']}: ${inlineOf(node, part)}]`
    case 'w:bookmarkStart':
      return `[#${node.attributes['w:name']}] `
    case 'w:commentRangeStart':
      return '⟦'
    case 'w:commentRangeEnd':
      return '⟧'
    case 'w:r':
      return runOf(node, part)
    default:
      return ''
  }
}

const marks: readonly [string, string][] = [
  ['w:b', 'bold'],
  ['w:i', 'italic'],
  ['w:strike', 'struck'],
  ['w:rtl', 'rtl'],
]

function runOf(node: XmlNode, part: Part): string {
  const words = node.children.map(child => contentOf(child)).join('')
  const properties = childrenNamed(node, 'w:rPr')[0]
  if (!properties || words === '') return words
  const style = childrenNamed(properties, 'w:rStyle')[0]?.attributes['w:val']
  const script = childrenNamed(properties, 'w:vertAlign')[0]?.attributes['w:val']
  const language = Object.values(childrenNamed(properties, 'w:lang')[0]?.attributes ?? {})[0]
  const names = [
    style === undefined || style === 'Hyperlink' ? undefined : (part.styles.get(style) ?? `?${style}`),
    ...marks.map(([tag, name]) => (childrenNamed(properties, tag).length > 0 ? name : undefined)),
    script,
    language,
  ].filter(Boolean)
  return names.length > 0 && !/^\[(note|comment)/.test(words) ? `[${names.join(' ')}: ${words}]` : words
}

function contentOf(node: XmlNode): string {
  switch (node.name) {
    case 'w:t':
    case 'w:delText':
      return textOf(node)
    case 'w:instrText':
      return `{${textOf(node).trim()}}`
    case 'w:br':
      return '⏎'
    case 'w:tab':
      return '⇥'
    case 'w:footnoteReference':
      return `[note ${node.attributes['w:id']}]`
    case 'w:commentReference':
      return `[comment ${node.attributes['w:id']}]`
    case 'w:drawing':
      return pictureOf(node)
    default:
      return ''
  }
}

/** English metric units in a CSS pixel. */
const emuPerPixel = 9525

function pictureOf(node: XmlNode): string {
  const { cx, cy } = findNode(node, 'wp:extent')!.attributes
  const alt = findNode(node, 'wp:docPr')!.attributes.descr
  const kind = findNode(node, 'adec:decorative') ? 'decorative' : `"${alt}"`
  const svg = findNode(node, 'asvg:svgBlip') ? ' svg' : ''
  return `[image${svg} ${Math.round(Number(cx) / emuPerPixel)}×${Math.round(Number(cy) / emuPerPixel)} ${kind}]`
}
