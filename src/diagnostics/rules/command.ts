import type { Rule } from '../rules.js'

/** Rules about what the command was given. */
export const commandRules = {
  'input-missing': {
    severity: 'error',
    about: 'A file, folder or pattern that was named and leads to no article.',
  },
  'input-section': {
    severity: 'info',
    about: 'A `_index.md` in a folder: with Hugo it is the page that lists the stories beside it.',
    help: 'name the file itself where it is to be exported',
  },
  'input-unreadable': {
    severity: 'error',
    about: 'A file that is there but cannot be read.',
  },
  'input-kind': {
    severity: 'error',
    about: 'A file whose ending no reader knows.',
  },
  'config-key': {
    severity: 'error',
    about: 'A key that the configuration does not have, or a value that the key cannot take.',
    help: 'compare the file with schema/config.schema.json',
  },
  'format-options': {
    severity: 'warning',
    about: 'Options of a format in the front matter of an article that the format does not have: they were left aside.',
    help: 'remove the option from `format` in the front matter, or leave it for the other tool that reads it',
  },
  'output-name': {
    severity: 'warning',
    about: 'A name that outputs cannot have: a slug that is no name of a file, or one that two articles would share.',
    help: 'write a slug without `/`, `\\`, `:` and the like',
  },
  'collection-left-out': {
    severity: 'warning',
    about: 'Articles that failed and so stand in no output of the run.',
  },
  'program-fault': {
    severity: 'error',
    about:
      'A reader, a transform or a renderer that failed where it should have reported: a fault in the program or in a plugin.',
    help: 'this is a fault in the program, not in your text: please report it with the article, if you may share it',
  },
} satisfies { [id: string]: Rule }
