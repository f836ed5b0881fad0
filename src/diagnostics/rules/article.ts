import type { Rule } from '../rules.js'

/** Rules about the canonical article itself. */
export const articleRules = {
  'article-shape': {
    severity: 'error',
    about: 'A value that is no article: a missing field, a wrong type, a node where it may not stand.',
    help: 'compare the value with schema/article.schema.json',
  },
  'article-version': {
    severity: 'error',
    about: 'An article written by a newer version of the model than this program knows.',
    help: 'update standfirst, or export the article again with the version in use',
  },
  'article-depth': {
    severity: 'error',
    about: 'Nodes nested deeper than any renderer promises to go.',
    help: 'flatten the lists and quotations at this place',
  },
} satisfies { [id: string]: Rule }
