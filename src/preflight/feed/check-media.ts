import { checkAddress } from './check-address.js'
import type { FeedCheck } from './check-element.js'
import { checkPlainText } from './check-text.js'
import { childrenNamed, type FeedElement } from './feed-tree.js'

const words = new Set(['media:title', 'media:description', 'media:credit', 'media:copyright', 'media:keywords'])

/** Judges the Media RSS of an item: groups, sizes, addresses, words and credits. */
export function checkMedia(item: FeedElement, check: FeedCheck): void {
  for (const element of item.children) {
    if (element.name === 'media:group') {
      if (childrenNamed(element, 'media:content').length < 2)
        check.say('MediaGroupWithoutAlternatives', element, '`media:group` needs at least two `media:content`')
      checkMedia(element, check)
    } else if (element.name === 'media:content' || element.name === 'media:thumbnail') {
      checkFile(element, check)
      checkMedia(element, check)
    } else if (words.has(element.name)) checkWords(element, check)
  }
}

function checkFile(element: FeedElement, { say }: FeedCheck): void {
  const { url, width, height, fileSize } = element.attributes
  if (url !== undefined) checkAddress(url, element, `the \`url\` of \`${element.name}\``, say)
  else if (element.name === 'media:thumbnail')
    say('MissingAttribute', element, '`media:thumbnail` has no attribute `url`')
  for (const [name, value] of Object.entries({ width, height, fileSize }))
    if (value !== undefined && !/^[1-9]\d*$/.test(value))
      say(
        'InvalidPositiveInteger',
        element,
        `\`${name}\` of \`${element.name}\` is "${value}"; a number above zero is needed`,
      )
}

function checkWords(element: FeedElement, { say, lines }: FeedCheck): void {
  const { role, type } = element.attributes
  if (type !== 'html')
    checkPlainText(element, lines, say, element.name === 'media:title' || element.name === 'media:description')
  if (role !== undefined && role !== role.toLowerCase())
    say('InvalidCreditRole', element, `the role is "${role}"`, 'write roles in small letters')
}
