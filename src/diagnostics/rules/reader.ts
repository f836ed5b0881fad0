import type { Rule } from '../rules.js'

/** Rules about what a source says, and what a reader makes of it. */
export const readerRules = {
  'single-tilde': {
    severity: 'warning',
    about: 'One tilde on each side strikes words out; many who write it mean a subscript.',
    help: 'write `<sub>2</sub>` for a subscript, or two tildes to strike out',
  },
  'link-empty': { severity: 'warning', about: 'A link without an address.', help: 'write the address in the brackets' },
  'link-relative': {
    severity: 'warning',
    about: 'A relative link in an article that has no address of its own.',
    help: 'give the article a `url`, or the site with --site',
  },
  'link-unsafe': {
    severity: 'warning',
    about: 'A link that is no http, https, mailto or tel address.',
    help: 'link to an http or https address',
  },
  'link-target': {
    severity: 'warning',
    about: 'A link to a place in the article that does not exist.',
    help: 'use the id of a heading: its words in lower case with hyphens',
  },
  'image-address': {
    severity: 'warning',
    about: 'A picture whose address cannot be a picture’s.',
    help: 'use a path beside the article, or an http or https address',
  },
  'image-alt': {
    severity: 'warning',
    about: 'A picture without alternative text, which people who cannot see it hear instead.',
    help: 'describe the picture between the square brackets: `![Two ferries in the harbour](…)`',
  },
  'image-title': {
    severity: 'loss',
    about: 'A title that a picture cannot show.',
    help: 'put the words into the caption or the text',
  },
  'attribute-list': {
    severity: 'info',
    about: 'An attribute list such as `{width=60%}`, which other programs read.',
    help: 'leave it out: sizes and looks come from the template; write `\\{` where it is to be read',
  },
  'foreign-markup': {
    severity: 'warning',
    about: 'Words that another program would take for a command: a shortcode, a template’s field, a citation.',
    help: 'write what it stands for; a backslash before its first sign says that it is meant as it stands',
  },
  'meta-markup': {
    severity: 'warning',
    about: 'Markdown or a tag in a field of the front matter that is shown as it stands.',
    help: 'write the words alone',
  },
  'image-link': { severity: 'loss', about: 'A figure carries no link.', help: 'put the link into the caption' },
  'note-endless': { severity: 'warning', about: 'A note that cites itself, or notes that multiply one another.' },
  'note-empty': { severity: 'warning', about: 'A note without text.', help: 'write the text after `[^1]: `' },
  'note-nested': {
    severity: 'loss',
    about: 'A note within a note, which no page format has.',
    help: 'merge the two notes',
  },
  'note-twice': { severity: 'warning', about: 'Two notes of one name.', help: 'give each note its own name' },
  'note-unused': {
    severity: 'warning',
    about: 'A note that no text cites.',
    help: 'put its mark into the text, or remove it',
  },
  'note-missing': {
    severity: 'warning',
    about: 'A mark whose note is not there.',
    help: 'add a line such as `[^1]: the text of the note`',
  },
  'quote-attribution': {
    severity: 'warning',
    about: 'A line under a quotation that looks like its speaker and was not taken for it.',
    help: 'give the speaker a last line of its own in the quotation: `> — Name, role`',
  },
  'list-year': {
    severity: 'warning',
    about: 'A number at the start of a paragraph that became a list.',
    help: 'write a backslash before the full stop: `1945\\.`',
  },
  'heading-empty': { severity: 'warning', about: 'A heading without words.' },
  'heading-underline': {
    severity: 'warning',
    about: 'A line directly above `---`.',
    help: 'leave a line free between the text and the rule',
  },
  'heading-skip': {
    severity: 'warning',
    about: 'A heading more than one level below the one before it.',
    help: 'use one `#` more than the heading above',
  },
  'heading-title': {
    severity: 'warning',
    about: 'A first-level heading beside the title.',
    help: 'use `##` for sections; the title stands in the front matter',
  },
  'title-missing': {
    severity: 'warning',
    about: 'An article without a title.',
    help: 'add `title: …` to the front matter, or begin with `# Title`',
  },
  'title-plain': {
    severity: 'loss',
    about: 'A title, a box’s too, is plain text: links, notes and pictures in it have no place.',
  },
  'dateline-read': { severity: 'info', about: 'A dateline at the start of the first paragraph was taken as data.' },
  'dateline-differs': { severity: 'warning', about: 'The front matter and the text name different datelines.' },
  'directive-unknown': { severity: 'warning', about: 'A directive that nobody knows.' },
  'directive-empty': { severity: 'warning', about: 'A directive without content.' },
  'directive-attribute': { severity: 'warning', about: 'An attribute that a directive does not take.' },
  'directive-stray': {
    severity: 'warning',
    about: 'Colons that open or close no directive.',
    help: 'write `:::box` without a space after the colons, and close it with as many colons',
  },
  'directive-open': {
    severity: 'warning',
    about: 'A directive that nothing closes.',
    help: 'close it with a line of `:::`',
  },
  'front-matter-yaml': {
    severity: 'error',
    about: 'Front matter that is no YAML.',
    help: 'put values that hold colons or begin with a mark in quotation marks',
  },
  'front-matter-shape': {
    severity: 'error',
    about: 'Front matter that is no list of `key: value` lines.',
    help: 'write one `key: value` a line',
  },
  'front-matter-limit': {
    severity: 'error',
    about: 'Front matter that is larger or deeper than any article needs.',
    help: 'move the data out of the front matter',
  },
  'front-matter-open': {
    severity: 'error',
    about: 'Front matter that nothing closes.',
    help: 'close it with a line of `---`',
  },
  'front-matter-toml': {
    severity: 'error',
    about: 'Front matter that is no TOML.',
    help: 'write one `key = "value"` a line',
  },
  'front-matter-text': {
    severity: 'warning',
    about: 'Text between two rules at the very top, or front matter in JSON.',
    help: 'leave a line free before the first rule, or write `key: value` lines',
  },
  'meta-value': { severity: 'warning', about: 'A value that its field cannot take.' },
  'meta-date': {
    severity: 'error',
    about: 'A date that is none.',
    help: 'write it as 2026-11-23 or 2026-11-23T08:00:00+01:00',
  },
  'date-zone': { severity: 'warning', about: 'A time without a time zone.' },
  'date-order': { severity: 'warning', about: 'An update before the publication.', help: 'check both dates' },
  'meta-contradiction': { severity: 'error', about: 'Two names of one field with different values.' },
  'meta-unknown': { severity: 'info', about: 'Front matter that no field of an article takes.' },
  'language-script': {
    severity: 'warning',
    about: 'An article in another script than that of the language it names.',
    help: 'add `lang: …` to the front matter, such as `lang: ar`',
  },
  encoding: { severity: 'error', about: 'A source that is not UTF-8.', help: 'save the file as UTF-8' },
  'control-character': {
    severity: 'warning',
    about: 'Characters that no format can carry.',
    help: 'remove them, or save the file again as UTF-8',
  },
  'source-empty': { severity: 'warning', about: 'A source without text.' },
  'limit-size': {
    severity: 'error',
    about: 'A source larger than the reader takes.',
    help: 'split the article, or raise `limits.size`',
  },
  'limit-line': {
    severity: 'error',
    about: 'A line longer than the reader takes.',
    help: 'break the line, or raise `limits.line`',
  },
  'limit-nesting': {
    severity: 'error',
    about: 'Quotes, lists or marks nested deeper than any page can show.',
    help: 'flatten the text at this place',
  },
  'limit-marks': {
    severity: 'error',
    about: 'More marks in one block than text ever has.',
    help: 'put the block into a code fence, or break it up',
  },
  'limit-blocks': { severity: 'error', about: 'More of one construct than text ever has.', help: 'split the article' },
  'messages-left-out': { severity: 'info', about: 'More messages of one rule than anybody reads.' },
  'json-syntax': {
    severity: 'error',
    about: 'A JSON file that cannot be parsed.',
    help: 'check the file with a JSON editor',
  },
  'html-unwrapped': { severity: 'loss', about: 'HTML without a counterpart in an article: its text was kept.' },
  'html-dropped': { severity: 'loss', about: 'HTML whose content no article carries.' },
  'html-comment': { severity: 'info', about: 'A comment in HTML: no format carries it.' },
} satisfies { [id: string]: Rule }
