import type { Deletion, Inline, InlineImage, Insertion, Link } from '../../../article/article.js'
import { absoluteUrl } from '../../address.js'
import { handle, type InlineHandlers } from '../../renderer.js'
import { signature } from '../parts/signature.js'
import { drawing, naturalSize, shownSize } from '../pictures/drawing.js'
import { toAttribute } from '../xml-text.js'
import type { Flow } from './flow.js'
import type { Marks } from './marks.js'
import { noteReference } from './notes.js'
import { run, textRuns } from './runs.js'

/** Returns the runs of inline nodes. */
export function inlines(nodes: readonly Inline[], flow: Flow): string {
  let markup = ''
  for (const [index, node] of nodes.entries())
    if (node.type === 'text') markup += textRuns(node.value, flow)
    // Two numbers side by side would read as one.
    else if (node.type === 'note') markup += noteReference(node, flow, nodes[index + 1]?.type === 'note')
    else markup += handle(handlers, node, flow)
  return markup
}

const handlers: InlineHandlers<Flow, string> = {
  text: (node, flow) => textRuns(node.value, flow),
  emphasis: (node, flow) => marked(node.children, flow, { emphasis: true }),
  strong: (node, flow) => marked(node.children, flow, { strong: true }),
  strike: (node, flow) => marked(node.children, flow, { strike: true }),
  superscript: (node, flow) => marked(node.children, flow, { script: 'superscript' }),
  subscript: (node, flow) => marked(node.children, flow, { script: 'subscript' }),
  inlineCode: (node, flow) => textRuns(node.value, flow, { ...flow.marks, code: true, direction: 'ltr' }),
  link,
  note: (node, flow) => noteReference(node, flow),
  lineBreak: (_node, flow) => run('<w:br/>', flow),
  inlineImage,
  span: (node, flow) =>
    marked(node.children, flow, {
      ...(node.language !== undefined && { language: node.language }),
      ...(node.direction !== undefined && { direction: node.direction }),
    }),
  insertion: (node, flow) => changed(node, 'ins', flow),
  deletion: (node, flow) => changed(node, 'del', flow),
  comment(node, flow) {
    const { comments } = flow.file
    // Word keeps remarks in the body only; in a note the words stay and the remark is reported.
    if (flow.place === 'note') {
      flow.file.context.report('a comment inside a footnote was left out: Word keeps none there', 'word-comment', node)
      return inlines(node.children, flow)
    }
    const id = comments.add(node, signature(node, flow.file.context.report))
    const words = inlines(node.children, flow)
    const mark = `<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`
    return `<w:commentRangeStart w:id="${id}"/>${words}<w:commentRangeEnd w:id="${id}"/>${mark}`
  },
}

function marked(children: readonly Inline[], flow: Flow, more: Marks): string {
  return inlines(children, { ...flow, marks: { ...flow.marks, ...more } })
}

/** Every run is wrapped by itself: a tracked change may not hold a link (ISO/IEC 29500-1, 17.13.5.18). */
function changed(node: Insertion | Deletion, tag: 'ins' | 'del', flow: Flow): string {
  const change = { tag, author: signature(node, flow.file.context.report), ...(node.date && { date: node.date }) }
  // Word knows a deletion inside an insertion, not the other way round: the innermost tag is the deletion.
  const changes = [...(flow.marks.changes ?? []).filter(each => each.tag !== tag), change]
  return marked(node.children, flow, { changes: changes.sort((a, b) => (a.tag < b.tag ? -1 : 1)) })
}

/** Links stand in one another nowhere: the outer one leads. */
function link(node: Link, flow: Flow): string {
  if (flow.marks.link) return inlines(node.children, flow)
  const target = linkTarget(node, flow)
  if (!target) return inlines(node.children, flow)
  const words = marked(node.children, flow, { link: true })
  const tip = node.title ? ` w:tooltip="${toAttribute(node.title)}"` : ''
  return words && `<w:hyperlink ${target}${tip} w:history="1">${words}</w:hyperlink>`
}

/** Returns the attribute that says where a link leads; undefined, and a report, where it leads nowhere. */
function linkTarget(node: Link, flow: Flow): string | undefined {
  if (node.url.startsWith('#')) {
    const name = flow.file.bookmarks.of(node.url.slice(1))
    if (name !== undefined) return `w:anchor="${toAttribute(name)}"`
    flow.file.context.report(`the link to \`${node.url}\` leads to no heading of this article`, 'word-link', node)
    return undefined
  }
  return addressTarget(node.url, flow)
}

/** Returns the attribute for an address outside; undefined where it is no address that a package may hold. */
export function addressTarget(url: string, flow: Flow): string | undefined {
  const address = absoluteUrl(url)
  return address === undefined ? undefined : `r:id="${flow.part.toAddress(address)}"`
}

/** A picture in the line is as large as it was made, and never wider than the text; what is missing leaves its words. */
function inlineImage(node: InlineImage, flow: Flow): string {
  const { pictures, textWidth, textHeight } = flow.file
  const picture = pictures.get(node.url)
  if (!picture) return textRuns(node.alt, flow)
  const size = shownSize(naturalSize(node, picture), { width: textWidth, height: textHeight / 2 })
  return run(drawing(picture, node.alt, size, flow), flow)
}
