import { element } from '../../xml.js'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const office = 'application/vnd.openxmlformats-officedocument'

/** The media type of each part by the first word of its file name. */
const partTypes: { readonly [name: string]: string } = {
  document: `${word}.document.main+xml`,
  styles: `${word}.styles+xml`,
  numbering: `${word}.numbering+xml`,
  settings: `${word}.settings+xml`,
  fontTable: `${word}.fontTable+xml`,
  footnotes: `${word}.footnotes+xml`,
  comments: `${word}.comments+xml`,
  header: `${word}.header+xml`,
  footer: `${word}.footer+xml`,
  theme: `${office}.theme+xml`,
  app: `${office}.extended-properties+xml`,
  custom: `${office}.custom-properties+xml`,
  core: 'application/vnd.openxmlformats-package.core-properties+xml',
}

/** The media type of each kind of file by its extension. */
const fileTypes: { readonly [extension: string]: string } = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  svg: 'image/svg+xml',
}

/**
 * Returns `[Content_Types].xml` (ISO/IEC 29500-2, 7.2.3) for the files of a package, and for parts that were taken over with
 * the types that they had.
 */
export function contentTypes(
  paths: readonly string[],
  copied: readonly { path: string; type: string | undefined }[] = [],
): string {
  const extensions = new Set(['rels', 'xml', ...paths.map(extensionOf)])
  const defaults = Object.entries(fileTypes)
    .filter(([extension]) => extensions.has(extension))
    .map(([Extension, ContentType]) => element('Default', { Extension, ContentType }))
  const overrides = paths
    .filter(path => extensionOf(path) === 'xml')
    .map(path => element('Override', { PartName: `/${path}`, ContentType: partTypes[partName(path)] }))
  const known = copied.map(({ path, type }) =>
    type === undefined ? '' : element('Override', { PartName: `/${path}`, ContentType: type }),
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${overrides.join('')}${known.join('')}</Types>`
}

function extensionOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}

function partName(path: string): string {
  return /([a-zA-Z]+)\d*\.xml$/.exec(path)?.[1] ?? ''
}
