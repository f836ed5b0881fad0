/** Reading HTML that stands in Markdown. Loaded only where a source holds any: the tokenizer is not small. */
export { readBlockHtml } from './blocks.js'
export { reportHtml } from './context.js'
export { readInlineHtml } from './inlines.js'
