/**
 * A plugin for a radio desk. It adds a format, `radio` (a script to read aloud), and a node of its own, `radio:clip`, for a
 * recording that plays at that point. In an article:
 *
 *     :::radio-clip{seconds=12 speaker="Ines Calder"}
 *     What can be heard, for formats that cannot play it.
 *     :::
 */
import { definePlugin, defineRenderer, plainText, wordCount } from 'standfirst'

/** Words a minute at which a newsreader speaks. */
const pace = 180

/** How each block is read aloud. What is not named here is read as its plain words. */
const spoken = {
  heading: node => [`[${wordsOf(node)}]`],
  pullQuote: () => [],
  separator: () => ['* * *'],
  quote: node => [`${node.attribution ? `${node.attribution.name.toUpperCase()} SAID: ` : ''}${wordsOf(node)}`],
  'radio:clip': node => [`>>> CLIP, ${node.attributes.seconds} SECONDS: ${node.attributes.speaker ?? 'NO NAME'}`],
}

const script = defineRenderer({
  name: 'radio',
  description: 'Script to read aloud, with clips and running time',
  scope: 'article',
  extension: '.radio.txt',
  mediaType: 'text/plain',
  options(input) {
    return { pace: Number(input.pace ?? pace) }
  },
  async render(article, context) {
    const clips = article.children.filter(node => node.type === 'extension' && node.name === 'radio:clip')
    const seconds = clips.reduce((sum, clip) => sum + Number(clip.attributes.seconds ?? 0), 0)
    const total = Math.round((wordCount(article) / context.options.pace) * 60) + seconds
    const head = `${article.meta.title.toUpperCase()}\nRUNS ${Math.floor(total / 60)}'${String(total % 60).padStart(2, '0')}"`
    const lines = article.children.flatMap(node => (spoken[node.name ?? node.type] ?? (each => [wordsOf(each)]))(node))
    return { body: [head, ...lines.filter(Boolean), ''].join('\n\n'), mediaType: 'text/plain', extension: '.radio.txt' }
  },
})

function wordsOf(node) {
  return plainText({ children: [node] }).replace(/\s+/g, ' ')
}

export const radio = definePlugin({
  name: 'radio',
  renderers: [script],
  extensions: {
    // In HTML a clip keeps its words and says what it is. PDF and Word have no handler: they set the words alone.
    'radio:clip': {
      html: (node, tools) =>
        `<figure><figcaption>Recording, ${tools.escape(String(node.attributes.seconds))} seconds</figcaption>\n${tools.render(node.children)}\n</figure>`,
    },
  },
})
