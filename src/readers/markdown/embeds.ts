import type { Paragraph as MdastParagraph } from 'mdast'
import type { Embed } from '../../article/article.js'
import { safeUrl } from '../../article/safe-url.js'
import { placed } from './reading.js'

/** Whose addresses, alone in a paragraph, stand for their content: host, shape of the path, name. */
const providers: readonly { host: RegExp; path: RegExp; name: string }[] = [
  { host: /^(?:www\.|m\.)?youtube(?:-nocookie)?\.com$/, path: /^\/(?:watch|embed\/|shorts\/|live\/)/, name: 'YouTube' },
  { host: /^youtu\.be$/, path: /^\/[\w-]+/, name: 'YouTube' },
  { host: /^(?:www\.|player\.)?vimeo\.com$/, path: /^\/(?:video\/)?\d+/, name: 'Vimeo' },
  { host: /^(?:www\.)?dailymotion\.com$/, path: /^\/video\//, name: 'Dailymotion' },
  { host: /^(?:www\.|mobile\.)?(?:twitter|x)\.com$/, path: /^\/\w+\/status\/\d+/, name: 'X' },
  { host: /^bsky\.app$/, path: /^\/profile\/[^/]+\/post\//, name: 'Bluesky' },
  { host: /^(?:www\.)?instagram\.com$/, path: /^\/(?:p|reel|tv)\//, name: 'Instagram' },
  { host: /^(?:www\.)?facebook\.com$/, path: /\/(?:posts|videos)\//, name: 'Facebook' },
  { host: /^(?:www\.)?tiktok\.com$/, path: /^\/@[^/]+\/video\/\d+/, name: 'TikTok' },
  { host: /^(?:www\.)?threads\.(?:net|com)$/, path: /^\/@[^/]+\/post\//, name: 'Threads' },
  { host: /^open\.spotify\.com$/, path: /^\/(?:episode|show|track|album|playlist)\//, name: 'Spotify' },
  { host: /^soundcloud\.com$/, path: /^\/[^/]+\/[^/]+/, name: 'SoundCloud' },
  { host: /^podcasts\.apple\.com$/, path: /\/podcast\//, name: 'Apple Podcasts' },
  { host: /^datawrapper\.dwcdn\.net$/, path: /^\/\w+/, name: 'Datawrapper' },
  { host: /^(?:public\.)?flo(?:urish)?\.(?:studio|uri\.sh)$/, path: /^\/(?:visualisation|story)\//, name: 'Flourish' },
  { host: /^flo\.uri\.sh$/, path: /^\/(?:visualisation|story)\//, name: 'Flourish' },
  { host: /^(?:www\.)?documentcloud\.org$/, path: /^\/documents\//, name: 'DocumentCloud' },
]

/** Returns the name of the service that an address belongs to, if it is one whose pages stand for a piece of content. */
export function providerOf(address: string): string | undefined {
  try {
    const { hostname, pathname } = new URL(address)
    return providers.find(({ host, path }) => host.test(hostname) && path.test(pathname))?.name
  } catch {
    return undefined
  }
}

/** Reads a paragraph that is nothing but the bare address of a known provider's content. */
export function readEmbed(node: MdastParagraph): Embed | undefined {
  const only = node.children.length === 1 ? node.children[0] : undefined
  if (only?.type !== 'link' || only.children.length !== 1) return undefined
  const words = only.children[0]
  if (words?.type !== 'text' || (words.value !== only.url && `http://${words.value}` !== only.url)) return undefined
  const url = safeUrl(only.url)
  const provider = url && providerOf(url)
  return provider ? { type: 'embed', url, provider, ...placed(node) } : undefined
}
