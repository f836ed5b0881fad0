import type { Rule } from '../rules.js'

/** Rules about templates. */
export const templateRules = {
  'template-missing': {
    severity: 'error',
    about: 'A template that is neither shipped, nor brought by a plugin, nor a folder or file.',
  },
  'template-unreadable': {
    severity: 'error',
    about: 'A template whose file cannot be read or is no JSON.',
  },
  'template-key': {
    severity: 'error',
    about: 'A key that templates do not have, or a value that the key cannot take.',
    help: 'compare the file with schema/template.schema.json',
  },
  'template-circle': {
    severity: 'error',
    about: 'Templates that extend one another without end.',
    help: 'let one of them extend a shipped template such as `briefing`',
  },
} satisfies { [id: string]: Rule }
