import type { Article, ArticleNode, Heading, Image, InlineImage } from '../../article/article.js'
import { inlineText } from '../../article/text.js'
import { visit } from '../../article/walk.js'
import type { Placed } from '../renderer.js'
import type { WantedPicture } from '../renditions.js'

/** What has to be known of an article before its first word is written, gathered in one walk. */
export interface Survey {
  headings: Heading[]
  /** Where each picture is asked for first, by address, in reading order. */
  pictures: Map<string, WantedPicture>
  /** Whether any picture stands in a line of text. */
  inlinePictures: boolean
}

/** Walks an article, its lead picture's caption included. */
export function survey(article: Article): Survey {
  const found: Survey = { headings: [], pictures: new Map(), inlinePictures: false }
  const { image } = article.meta
  if (image) want(image, { position: article.data?.places?.image }, found)
  visit(image?.caption ?? [], node => note(node, found))
  visit(article, node => note(node, found))
  return found
}

function note(node: ArticleNode, found: Survey): void {
  if (node.type === 'heading' && inlineText(node.children) !== '') found.headings.push(node)
  else if (node.type === 'figure') for (const image of node.images) want(image, node, found)
  else if (node.type === 'inlineImage') {
    found.inlinePictures = true
    want(node, node, found)
  }
}

function want(image: Image | InlineImage, from: Placed, found: Survey): void {
  if (!found.pictures.has(image.url)) found.pictures.set(image.url, { image, from })
}
