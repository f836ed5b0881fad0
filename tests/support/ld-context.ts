import jsonld, { type JsonLdDocument, type Options } from 'jsonld'

/** The types of jsonld lack the option of its version 6 and later. */
type SafeExpand = Options.Expand & { safe: boolean }

/**
 * Expands JSON-LD in safe mode, which refuses what a reader would drop in silence: an unknown term, a relative id. The
 * context is a small one made of the names that `document` uses, so that no test needs the network or a copy of schema.org;
 * the conformance run expands with the real one.
 */
export async function expandSafely(document: object): Promise<readonly object[]> {
  const terms = Object.fromEntries([...namesIn(document)].map(name => [name, `http://schema.org/${name}`]))
  const local = { '@context': { '@vocab': 'http://schema.org/', ...terms } }
  const options: SafeExpand = {
    safe: true,
    documentLoader: async url => {
      if (url.replace(/\/$/, '') !== 'https://schema.org') throw new Error(`a test must not load ${url}`)
      return { documentUrl: url, document: local }
    },
  }
  return jsonld.expand(document as JsonLdDocument, options)
}

function namesIn(value: unknown): Set<string> {
  if (Array.isArray(value)) return new Set(value.flatMap(each => [...namesIn(each)]))
  if (typeof value !== 'object' || value === null) return new Set()
  return new Set(
    Object.entries(value).flatMap(([name, each]) => [...(name.startsWith('@') ? [] : [name]), ...namesIn(each)]),
  )
}
