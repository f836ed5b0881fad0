/** A flag: what stands with it, and what the help says of it (in the words of yargs, which lays that out). */
export interface Flag {
  /** A switch stands alone, a text with its value. */
  type: 'string' | 'boolean'
  describe: string
  /** The letter that is short for it. */
  alias?: string
  /** May be given more than once. */
  array?: true
  /** What goes where it is not given. */
  defaultDescription?: string
}

const text = (describe: string, name: string): Flag => ({
  type: 'string',
  describe,
  defaultDescription: name,
})

/** Every flag of the command line. A command lists those that it knows; any other is refused with the nearest known one. */
export const flags = {
  to: {
    ...text('Formats, by name: pdf,docx,rss,jsonld', 'export: what --out ends in, else pdf; check: these four'),
    alias: 't',
    array: true,
  },
  out: { ...text('Folder, file of one format, or - for the standard output', 'current folder'), alias: 'o' },
  template: text('Name of a template, or path of a template.json or its folder', 'briefing'),
  config: text('Configuration file', 'standfirst.config.{json,yaml,mjs} beside the first input or above'),
  set: {
    ...text(
      'Set a key of the configuration (feed.limit=20) or a field of the front matter (meta.kicker=Analysis)',
      'repeatable',
    ),
    array: true,
  },
  'reference-doc': text(
    'Letterhead (.docx or .dotx): its styles, page and running lines go into Word files',
    'the template alone',
  ),
  font: {
    ...text('Font file for the PDF: TTF, OTF, TTC, WOFF or WOFF2 (repeatable)', 'what ships and what is installed'),
    array: true,
  },
  site: text('Address of the site, for links and feeds', 'site of the configuration'),
  root: text('Folder that pictures may not come from outside of', 'folder of the configuration, else of the article'),
  limit: text('Newest items in a feed: a number or all', '50'),
  now: text('Moment that decides what a feed holds, in ISO 8601', 'SOURCE_DATE_EPOCH, else the clock'),
  parser: text('Markdown parser: satteri or remark', 'satteri where it runs'),
  manifest: text('File that notes what was made, so that the next run skips what has not changed', 'none'),
  jobs: { ...text('Documents in work at the same time', '4'), alias: 'j' },
  profile: text('Rules that outputs are judged by: rss, atom, jsonld, google', 'none'),
  strict: { type: 'boolean', describe: 'Warnings make the command fail' },
  reporter: text('How messages are printed: pretty, json or github', 'pretty'),
  quiet: { type: 'boolean', alias: 'q', describe: 'Print errors alone' },
  positions: { type: 'boolean', describe: 'Keep where each node stands in the source' },
  help: { type: 'boolean', alias: 'h', describe: 'Show this help' },
  version: { type: 'boolean', describe: 'Show the version' },
} satisfies { [name: string]: Flag }

export type FlagName = keyof typeof flags

/** A command as the help shows it, and how it is loaded when it is asked for. */
export interface Command {
  name: string
  /** Arguments as yargs writes them. */
  positional?: string
  describe: string
  flags: readonly FlagName[]
  examples?: readonly (readonly [string, string])[]
  load(): Promise<(args: Arguments) => Promise<number>>
}

/** Arguments after parsing: what stood where, each flag by its long name. */
export interface Arguments {
  files: string[]
  values: { [flag in FlagName]?: unknown }
}

const reading: readonly FlagName[] = ['config', 'set', 'site', 'parser', 'quiet', 'strict', 'reporter']

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: 'export',
    positional: '<files..>',
    describe: 'Write articles in other formats; files, globs, folders, or - for the standard input',
    flags: ['to', 'out', 'template', 'font', 'reference-doc', ...reading, 'root', 'limit', 'now', 'manifest', 'jobs'],
    examples: [
      ['$0 export story.md --to pdf,docx', 'story.pdf and story.docx'],
      ['$0 export stories --to rss --out public', 'public/feed.xml from a folder of stories'],
      ['$0 export - --to jsonld --out - < story.md', 'from one pipe into another'],
    ],
    load: async () => (await import('./export-command.js')).exportCommand,
  },
  {
    name: 'check',
    positional: '<files..>',
    describe:
      'Say what export would say, and write nothing; judge PDF, Word, feeds, sitemaps, JSON-LD, ninjs and pages, whoever made them',
    flags: ['to', 'profile', 'template', 'font', 'reference-doc', ...reading, 'root', 'limit', 'now', 'jobs'],
    examples: [
      ['$0 check stories', 'what is wrong with each article'],
      ['$0 check stories --profile rss,google', 'what a feed validator and Google would say, at its line'],
      ['$0 check report.pdf', 'PDF/UA-1 and PDF/A-2a, clause by clause'],
      ['$0 check feed.xml feed.json article.jsonld page.html', 'feeds, structured data, a page, whoever made them'],
    ],
    load: async () => (await import('./export-command.js')).checkCommand,
  },
  {
    name: 'inspect',
    positional: '<file>',
    describe: 'Print the canonical article as JSON',
    flags: [...reading, 'positions'],
    load: async () => (await import('./inspect-command.js')).inspectCommand,
  },
  {
    name: 'formats',
    describe: 'List the formats, those of plugins included',
    flags: ['config'],
    load: async () => (await import('./list-commands.js')).formatsCommand,
  },
  {
    name: 'templates',
    describe: 'List the templates, those of plugins included',
    flags: ['config'],
    load: async () => (await import('./list-commands.js')).templatesCommand,
  },
  {
    name: 'fonts',
    describe: 'List the fonts at hand and the scripts that they cover, and what to install for others',
    flags: ['config', 'font'],
    load: async () => (await import('./list-commands.js')).fontsCommand,
  },
]

/** What every command knows. */
const commonFlags: readonly FlagName[] = ['help', 'version']

/** Returns the flags that a command knows, by name, in the order of its help. */
export function flagsOf(command: Pick<Command, 'flags'>): { [name: string]: Flag } {
  return Object.fromEntries([...command.flags, ...commonFlags].map(name => [name, flags[name]]))
}
