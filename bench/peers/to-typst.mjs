/** Markdown as Typst markup, for the rows in which Typst does our work. */
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { parse } from 'yaml'

/** Returns Typst markup that sets an article as our briefing does: A4, justified and hyphenated, numbered pages. */
export function toTypst(source) {
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source)
  const meta = parse(head)
  const tree = unified().use(remarkParse).use(remarkGfm).parse(body)
  const notes = new Map()
  for (const node of tree.children) if (node.type === 'footnoteDefinition') notes.set(node.identifier, node)
  const setUp = [
    `#set document(title: ${quoted(meta.title)}, author: ${quoted(meta.author)})`,
    '#set page(paper: "a4", margin: 3cm, numbering: "1")',
    '#set text(size: 10.5pt, lang: "en", region: "gb")',
    '#set par(justify: true)',
    `#title[${escaped(meta.title)}]`,
    ...(meta.subtitle ? [`#text(size: 14pt)[${escaped(meta.subtitle)}]`] : []),
    escaped(meta.author),
  ]
  const blocks = tree.children.filter(node => node.type !== 'footnoteDefinition')
  return `${[...setUp, ...blocks.map(node => typst(node, notes))].join('\n\n')}\n`
}

function typst(node, notes) {
  const all = (list, joint = '') => list.map(child => typst(child, notes)).join(joint)
  switch (node.type) {
    case 'text':
      return escaped(node.value)
    case 'heading':
      return `#heading(level: ${node.depth})[${all(node.children)}]`
    case 'emphasis':
      return `#emph[${all(node.children)}]`
    case 'strong':
      return `#strong[${all(node.children)}]`
    case 'link':
      return `#link(${quoted(node.url)})[${all(node.children)}]`
    case 'image':
      return `#image(${quoted(`/${node.url}`)}, alt: ${quoted(node.alt)})`
    case 'blockquote':
      return `#quote(block: true)[${all(node.children, '\n\n')}]`
    case 'list':
      return node.children.map(item => `#list[${all(item.children, '\n\n')}]`).join('\n')
    case 'footnoteReference':
      return `#footnote[${all(notes.get(node.identifier).children)}]`
    case 'table': {
      const [head, ...rows] = node.children
      const cells = row => row.children.map(cell => `[${all(cell.children)}]`).join(', ')
      return `#table(columns: ${head.children.length}, table.header(${cells(head)}),\n${rows.map(cells).join(',\n')})`
    }
    default:
      return node.children ? all(node.children) : escaped(node.value ?? '')
  }
}

function escaped(text) {
  return text.replace(/[\\#$*_`<>@[\]~=+/-]/g, '\\$&')
}

function quoted(text) {
  return JSON.stringify(text)
}
