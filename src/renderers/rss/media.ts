import type { LeadImage } from '../../article/article.js'
import { inlineText } from '../../article/text.js'
import type { FeedItem } from '../feed/feed-item.js'
import { plainWords } from '../feed/plain-words.js'
import { around, element } from '../xml.js'

const mediaTypes: { readonly [extension: string]: string } = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
}

/** Returns the media type that an address's ending stands for; undefined where it has none we know. */
export function mediaTypeOf(url: string): string | undefined {
  const extension = /\.(\w+)$/.exec(new URL(url).pathname)?.[1]?.toLowerCase()
  return extension === undefined ? undefined : mediaTypes[extension]
}

/** Returns the lead picture as Media RSS: with its words and credit, and the smallest scaled copy as thumbnail. */
export function mediaElements({ image }: FeedItem): string[] {
  if (!image?.url) return []
  const about = [
    described(image),
    image.credit && element('media:credit', {}, plainWords(image.credit)),
    image.rights && element('media:copyright', {}, plainWords(image.rights)),
  ].filter(Boolean)
  const attributes = {
    url: image.url,
    medium: 'image',
    type: mediaTypeOf(image.url),
    width: image.width,
    height: image.height,
  }
  const content = about.length
    ? around('media:content', attributes, `\n${about.join('\n')}\n`)
    : element('media:content', attributes)
  return [content, thumbnail(image)].filter((line): line is string => line !== undefined)
}

function described(image: LeadImage): string | undefined {
  const words = (image.caption && inlineText(image.caption)) || image.alt
  return words ? element('media:description', { type: 'plain' }, plainWords(words)) : undefined
}

function thumbnail(image: LeadImage): string | undefined {
  const smallest = (image.renditions ?? [])
    .filter(({ width, role }) => width !== undefined && (role === undefined || role === 'thumbnail'))
    .sort((a, b) => a.width! - b.width!)[0]
  if (!smallest) return undefined
  return element('media:thumbnail', { url: smallest.url, width: smallest.width, height: smallest.height })
}
