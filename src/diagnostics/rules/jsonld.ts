import type { Rule } from '../rules.js'

/** Rules about structured data. */
export const jsonldRules = {
  'jsonld-url': {
    severity: 'warning',
    about: 'Structured data of a story without an address, which search engines cannot tie to a page.',
    help: 'set `url` in the front matter, or name the site: `--site https://example.org`',
  },
} satisfies { [id: string]: Rule }
