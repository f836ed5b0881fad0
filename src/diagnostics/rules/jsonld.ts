import type { Rule } from '../rules.js'

/** Rules about structured data. */
export const jsonldRules = {
  'jsonld-url': {
    severity: 'warning',
    about: 'Structured data of a story without an address, which search engines cannot tie to a page.',
    help: 'set `url` in the front matter, or `site.permalink` in standfirst.config.json, such as "/news/{slug}/"',
  },
  'jsonld-syntax': {
    severity: 'error',
    about: 'A file that should be structured data and is no JSON.',
  },
  'jsonld-context': {
    severity: 'warning',
    about: 'Structured data in another vocabulary than schema.org.',
    help: 'write "@context": "https://schema.org"',
  },
  'jsonld-type': {
    severity: 'error',
    about: 'A type that schema.org does not have.',
  },
  'jsonld-property': {
    severity: 'error',
    about: 'A property that schema.org does not have.',
  },
  'jsonld-domain': {
    severity: 'error',
    about: 'A property on a type that does not have it.',
  },
  'jsonld-range': {
    severity: 'error',
    about: 'A value of a kind that the property does not take.',
  },
  'jsonld-reference': {
    severity: 'warning',
    about: 'A reference to an id that nothing in the document has.',
  },
  'jsonld-empty': {
    severity: 'warning',
    about: 'An empty value: it says nothing and some readers refuse it.',
  },
  'jsonld-superseded': {
    severity: 'warning',
    about: 'A name that schema.org has replaced.',
  },
  'google-article': {
    severity: 'warning',
    about: 'Structured data without an article, which Google’s Article page is about.',
  },
  'google-headline': {
    severity: 'warning',
    about: 'A headline that is missing, holds markup, or that Google would cut.',
  },
  'google-image': {
    severity: 'warning',
    about: 'Pictures that Google cannot fetch or finds too small.',
  },
  'google-date': {
    severity: 'warning',
    about: 'Dates that are missing, have no zone, or contradict each other.',
  },
  'google-author': {
    severity: 'warning',
    about: 'Authors that are missing or not named as Google’s Article page asks.',
  },
  'google-publisher': {
    severity: 'warning',
    about: 'A publisher without name or logo.',
  },
  'google-paywall': {
    severity: 'warning',
    about: 'Marks of a paid part that Google would not understand.',
  },
} satisfies { [id: string]: Rule }
