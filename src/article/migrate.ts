import { createMessage, type Message } from '../diagnostics/message.js'
import { MODEL_VERSION } from './article.js'

/** A step from one version of the model to the next: takes and returns plain JSON, and changes nothing in place. */
export type Migration = (article: { [key: string]: unknown }) => { [key: string]: unknown }

/** The step away from each older version, by that version. Version 1 is the first, so there is none yet. */
const migrations: { readonly [from: number]: Migration } = {}

/**
 * Brings a saved article to the current version of the model. A value that names no version is returned as it is, for
 * `checkArticle` to judge; one from a newer version is refused by name.
 */
export function migrate(
  value: unknown,
  steps = migrations,
  current: number = MODEL_VERSION,
): { value: unknown; message?: Message } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value }
  let article = value as { [key: string]: unknown }
  const version = article.version
  if (typeof version !== 'number') return { value }
  if (version > current) {
    const reason = `the article is version ${version}; this program knows versions up to ${current}`
    return { value, message: createMessage('article-version', reason, { path: 'version' }) }
  }
  for (let from = version; from < current; from++) {
    const step = steps[from]
    if (!step) break
    article = { ...step(article), version: from + 1 }
  }
  return { value: article }
}
