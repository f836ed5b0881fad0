import { describe, expect, it } from 'vitest'
import * as core from '../../src/core.js'
import * as library from '../../src/index.js'

/** A name here is a promise. Adding one is a decision; taking one away is a new major version. */
describe('the public names', () => {
  it('of the library on Node', () => {
    expect(Object.keys(library).sort()).toMatchInlineSnapshot(`
      [
        "EnvironmentError",
        "MODEL_VERSION",
        "OptionsError",
        "PluginError",
        "TemplateError",
        "UsageError",
        "articleJsonSchema",
        "build",
        "checkArticle",
        "childrenOf",
        "defineConfig",
        "definePlugin",
        "defineRenderer",
        "exportFiles",
        "handle",
        "inlineText",
        "judgeFile",
        "mapArticle",
        "nodeHost",
        "outline",
        "plainText",
        "preflight",
        "readDocx",
        "readJson",
        "readMarkdown",
        "readingMinutes",
        "render",
        "rules",
        "stripPositions",
        "testRenderer",
        "visit",
        "wordCount",
        "wordLosses",
      ]
    `)
  })

  it('of the core, which runs anywhere', () => {
    expect(Object.keys(core).sort()).toMatchInlineSnapshot(`
      [
        "MODEL_VERSION",
        "OptionsError",
        "PluginError",
        "articleJsonSchema",
        "build",
        "checkArticle",
        "childrenOf",
        "defineConfig",
        "definePlugin",
        "defineRenderer",
        "handle",
        "inlineText",
        "judgeFile",
        "mapArticle",
        "outline",
        "plainText",
        "preflight",
        "readDocx",
        "readJson",
        "readMarkdown",
        "readingMinutes",
        "render",
        "rules",
        "stripPositions",
        "testRenderer",
        "visit",
        "wordCount",
        "wordLosses",
      ]
    `)
  })

  it('of the core are the library’s too, but for how files are found', () => {
    expect(Object.keys(core).filter(name => !(name in library))).toEqual([])
  })
})
