import type { Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { directive } from 'micromark-extension-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { blanked } from '../front-matter/split.js'

/**
 * Registers directives that stand on lines of their own. The whole remark-directive plugin also reads directives in running
 * text, which eats news copy: `10:30` would become the time `10` and a directive named `30`.
 */
function blockDirectives(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions ??= []
  data.micromarkExtensions.push({ flow: directive().flow ?? {} })
  data.fromMarkdownExtensions ??= []
  data.fromMarkdownExtensions.push(directiveFromMarkdown())
}

const processor = unified().use(remarkParse).use(remarkGfm).use(blockDirectives).freeze()

/** Parses with unified and remark-parse, which see spaces in place of the front matter. */
export function parseWithRemark(source: string, from = 0): Root {
  return processor.parse(blanked(source, from))
}
