/** The part of the library that runs anywhere: the article, its readers, and the formats that are text. */
export * from './public.js'
export { type RenderTextOptions, render } from './render-text.js'
