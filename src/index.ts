/** The library on Node. */
export type { Config } from './export/config-spec.js'
export { EnvironmentError, UsageError } from './export/errors.js'
export { type ExportRun, exportFiles } from './export/export-files.js'
export type { DocumentResult, ExportEvent, ExportedFile, ExportOptions, ExportReport } from './export/export-options.js'
export { type NodeHostOptions, nodeHost } from './host/node.js'
export * from './public.js'
export { render } from './render.js'
export { TemplateError } from './templates/find-template.js'
