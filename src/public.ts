/** What the library exports wherever it runs: the model, its readers, its checks, the types of plugins and renderers. */
export type * from './article/article.js'
export { MODEL_VERSION } from './article/article.js'
export * as build from './article/build.js'
export { type CheckResult, checkArticle } from './article/check.js'
export type { Collection } from './article/collection.js'
export { articleJsonSchema } from './article/json-schema.js'
export { inlineText, type OutlineEntry, outline, plainText, readingMinutes, wordCount } from './article/text.js'
export { childrenOf, type Mapper, mapArticle, stripPositions, type Visitor, visit } from './article/walk.js'
export type { Message, MessageDetails, Report, Severity } from './diagnostics/message.js'
export { type Rule, type RuleId, rules } from './diagnostics/rules.js'
export type { Asset, AssetBytes, AssetRefusal, ConvertedImage, Host, ImageWish } from './host/host.js'
export {
  defineConfig,
  definePlugin,
  defineRenderer,
  type ExtensionHandlers,
  type Plugin,
  type TemplateFile,
  type Transform,
  type TransformContext,
} from './plugin.js'
export { judgeFile, preflight } from './preflight/judges.js'
export { type ReadOptions, readDocx, readJson, readMarkdown } from './read.js'
export { type WordLoss, type WordLossId, wordLosses } from './readers/docx/losses.js'
export type { Limits, ReadContext, Reader, ReadResult } from './readers/reader.js'
export type { Rendered, RenderOptions } from './render-with.js'
export type { HtmlExtension, HtmlMode, HtmlTools } from './renderers/html/state.js'
export type { LdNode, LdValue } from './renderers/jsonld/ld-node.js'
export type { JsonldExtension } from './renderers/jsonld/parts.js'
export {
  type ArticleRenderer,
  type BlockHandlers,
  type CollectionRenderer,
  handle,
  type InlineHandlers,
  OptionsError,
  type Output,
  type Placed,
  type RenderContext,
  type Renderer,
  type SideFile,
  type SiteContext,
} from './renderers/renderer.js'
export type { Page, RunningLine, Style, StyleName, Template } from './templates/template.js'
export { type RendererTestOptions, testRenderer } from './testing/test-renderer.js'
export { PluginError } from './toolkit.js'
