import type { Message } from '../diagnostics/message.js'
import type { Plugin } from '../plugin.js'
import type { Output } from '../renderers/renderer.js'
import type { Config, FontOption } from './config-spec.js'

/** What one export is to do. What is absent follows the configuration. */
export interface ExportOptions {
  /** Files, globs, folders, or `-` for the standard input. */
  inputs: readonly string[]
  /** Formats by name. Default: what `out` ends in, else `to` of the configuration, else `pdf`. */
  to?: string | readonly string[]
  /** Folder, file of one format, or `-`. Default: the current folder. */
  out?: string
  /** Name of a template, or a path relative to `cwd`. */
  template?: string
  /** The configuration itself, or the path of its file, or `false` for none. Default: the nearest to the first input. */
  config?: string | Config | false
  /** Overrides as on the command line: `feed.limit=20`, `meta.kicker=Analysis`. */
  set?: readonly string[]
  /** Plugins beside those of the configuration. */
  plugins?: readonly Plugin[]
  site?: string
  /** Font files for the PDF, before those of the configuration, relative to `cwd`. */
  fonts?: readonly (string | FontOption)[]
  /** Folder that pictures may not come from outside of. */
  root?: string
  /** Newest items in feeds. */
  limit?: number | 'all'
  /** The moment that decides what a feed holds. Default: the system's clock. */
  now?: Date
  parser?: 'satteri' | 'remark'
  /** File that notes what was made of what: the next run with it leaves alone what has not changed. Default: none. */
  manifest?: string
  /** Documents in work at the same time. Never changes a byte. Default 4. */
  jobs?: number
  /** `false`: everything but writing, for diagnostics. */
  write?: boolean
  /** Folder that relative paths start from. Default: the current one. */
  cwd?: string
  /** Supplies the standard input, for the input `-`. */
  readInput?: () => Promise<Uint8Array>
  /** Takes what goes to the standard output, for `out: '-'`. `binary` says that a terminal cannot show it. */
  writeOutput?: (body: Output['body'], binary: boolean) => Promise<void>
  /** Ends the run: between documents, with nothing half-written. */
  signal?: AbortSignal
}

/** A file that was made of a document. `-` is the standard output. */
export interface ExportedFile {
  format: string
  path: string
  bytes: number
  status: 'written' | 'unchanged'
}

/** What became of one article, or of one collection made of all. */
export interface DocumentResult {
  /** The source as the user named it; of a collection the name of its file. */
  file: string
  outputs: ExportedFile[]
  /** In order of place. */
  messages: Message[]
  /** An error kept its outputs from being written. */
  failed: boolean
}

/** What happens during an export, in an order that does not depend on `jobs`. */
export type ExportEvent =
  | { type: 'start'; documents: number }
  | { type: 'progress'; done: number; documents: number; file: string }
  | ({ type: 'document' } & DocumentResult)
  | ({ type: 'collection' } & DocumentResult)

/** The whole of an export. */
export interface ExportReport {
  documents: DocumentResult[]
  collections: DocumentResult[]
  /** No document failed. */
  ok: boolean
}
