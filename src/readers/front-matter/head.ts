import { decode } from '../decode.js'
import { limitsFor } from '../markdown/limits.js'
import type { ReadContext, SourceHead } from '../reader.js'
import { openSource } from './index.js'
import { readFrontMatter } from './read.js'

/** Returns what front matter says of a story without looking at its text; undefined where it cannot be read. */
export async function frontMatterHead(source: Uint8Array, context: ReadContext): Promise<SourceHead | undefined> {
  const { text } = decode(source)
  if (text === undefined) return undefined
  const opened = await openSource(text, limitsFor('satteri', context.limits), unheard)
  if (!opened) return undefined
  const { meta } = readFrontMatter(opened.values, context.meta ?? {}, {
    report: unheard,
    timezone: context.timezone,
    site: context.site,
    readCaption: () => [],
  })
  return { published: meta.published, updated: meta.updated, slug: meta.slug }
}

/** Whoever reads the whole source says it. */
function unheard(): void {}
