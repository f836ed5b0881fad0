import { checkAddress, checkCharactersOf } from './check-address.js'
import { checkAtomLinks } from './check-atom-link.js'
import { checkElements, checkTwins, type FeedCheck, needAttributes } from './check-element.js'
import { checkMedia } from './check-media.js'
import { checkNotBlank } from './check-text.js'
import { channelElements, channelTwins, imageElements, itemElements, itemTwins } from './feed-elements.js'
import { childrenNamed, type FeedElement } from './feed-tree.js'

/** Judges an RSS feed by the specification 2.0 and the Advisory Board's profile. */
export function checkRss(root: FeedElement, check: FeedCheck): void {
  const { say } = check
  const { version } = root.attributes
  if (version === undefined) say('MissingAttribute', root, '`rss` has no attribute `version`')
  else if (!['0.91', '0.92', '2.0'].includes(version))
    say('InvalidRSSVersion', root, `the version of RSS is "${version}"`)
  const channels = childrenNamed(root, 'channel')
  if (channels.length === 0) say('MissingElement', root, '`rss` has no `channel`')
  for (const extra of channels.slice(1)) say('DuplicateElement', extra, '`rss` holds more than one `channel`')
  if (channels[0]) checkChannel(channels[0], check)
}

function checkChannel(channel: FeedElement, check: FeedCheck): void {
  const { say } = check
  checkElements(channel, channelElements, check)
  checkTwins(channel, channelTwins, 'DuplicateSemantics', say)
  const needed = { title: 'MissingTitle', link: 'MissingLink', description: 'MissingDescription' } as const
  for (const [name, rule] of Object.entries(needed))
    if (childrenNamed(channel, name).length === 0) say(rule, channel, `the feed has no \`${name}\``)
  checkOrder(channel, check)
  for (const image of childrenNamed(channel, 'image')) checkImage(image, channel, check)
  for (const input of childrenNamed(channel, 'textInput'))
    say('AvoidTextInput', input, '`textInput` is shown by no reader')
  for (const hour of childrenNamed(channel, 'skipHours').flatMap(hours => hours.children)) checkHour(hour, check)
  for (const day of childrenNamed(channel, 'skipDays').flatMap(each => each.children))
    if (!/^(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/.test(day.text))
      say('InvalidDay', day, `the day is "${day.text}"`, 'write English names such as `Monday`')
  checkAtomLinks(channel, check)
  if (!childrenNamed(channel, 'atom:link').some(({ attributes }) => attributes.rel === 'self'))
    say(
      'MissingAtomSelfLink',
      channel,
      'the feed does not say where it stands',
      'add `<atom:link rel="self" href="…"/>`',
    )
  checkItems(childrenNamed(channel, 'item'), channel, check)
}

function checkOrder(channel: FeedElement, { say }: FeedCheck): void {
  const firstItem = channel.children.findIndex(({ name }) => name === 'item')
  const late =
    firstItem >= 0 && channel.children.slice(firstItem).some(({ name }) => !name.includes(':') && name !== 'item')
  if (late) say('MisplacedItem', channel.children[firstItem]!, 'an item stands before elements of the feed itself')
}

function checkImage(image: FeedElement, channel: FeedElement, check: FeedCheck): void {
  const { say } = check
  checkElements(image, imageElements, check)
  const text = (parent: FeedElement, name: string) => childrenNamed(parent, name).at(-1)?.text
  const differs = (name: string) => ![undefined, text(image, name)].includes(text(channel, name))
  if (text(image, 'url') === undefined) say('MissingElement', image, '`image` has no `url`')
  if (text(image, 'title') === undefined) say('MissingTitle', image, '`image` has no `title`')
  else if (differs('title')) say('ImageTitleDoesntMatch', image, 'the `title` of `image` is not that of the feed')
  if (text(image, 'link') === undefined) say('MissingLink', image, '`image` has no `link`')
  else if (differs('link')) say('ImageLinkDoesntMatch', image, 'the `link` of `image` is not that of the feed')
  const ending = /\.(\w+)$/.exec(text(image, 'url') ?? '')?.[1]?.toLowerCase()
  if (ending && !['jpg', 'jpeg', 'gif', 'png'].includes(ending))
    say('ImageUrlFormat', image, `the picture ends with ".${ending}"`, 'use GIF, JPEG or PNG')
  const limits = { width: ['InvalidWidth', 144], height: ['InvalidHeight', 400] } as const
  for (const [name, [rule, most]] of Object.entries(limits)) {
    const size = text(image, name)
    if (size !== undefined && !(/^\d+$/.test(size) && Number(size) > 0 && Number(size) <= most))
      say(rule, image, `the ${name} is "${size}"; at most ${most} is allowed`)
  }
}

function checkHour(hour: FeedElement, { say }: FeedCheck): void {
  if (hour.text.trim() === '24') say('UseZeroForMidnight', hour, 'the hour is 24', 'write 0')
  else if (!/^\s*(\d|1\d|2[0-3])\s*$/.test(hour.text)) say('InvalidHour', hour, `the hour is "${hour.text}"`)
}

function checkItems(items: readonly FeedElement[], channel: FeedElement, check: FeedCheck): void {
  const ids = new Set<string>()
  const dated = childrenNamed(channel, 'lastBuildDate').length > 0
  for (const item of items) {
    checkItem(item, check)
    for (const guid of childrenNamed(item, 'guid')) {
      if (ids.has(guid.text)) check.say('DuplicateValue', guid, `two items have the id "${guid.text}"`)
      ids.add(guid.text)
    }
    if (!dated && childrenNamed(item, 'slash:comments').length > 0)
      check.say('SlashDate', item, '`slash:comments` needs `lastBuildDate` in the feed')
  }
}

function checkItem(item: FeedElement, check: FeedCheck): void {
  const { say } = check
  checkElements(item, itemElements, check)
  checkTwins(item, itemTwins, 'DuplicateItemSemantics', say)
  const names = item.children.map(({ name }) => name)
  if (!names.includes('title') && !names.includes('description'))
    say('ItemMustContainTitleOrDescription', item, 'an item has neither `title` nor `description`')
  if (!names.includes('guid')) say('MissingGuid', item, 'an item has no `guid`')
  const content = names.indexOf('content:encoded')
  if (content >= 0 && !names.slice(0, content).includes('description'))
    say('NeedDescriptionBeforeContent', item.children[content]!, '`content:encoded` has no `description` before it')
  for (const guid of childrenNamed(item, 'guid')) checkGuid(guid, check)
  for (const source of childrenNamed(item, 'source')) {
    const [url] = needAttributes(source, ['url'], say)
    if (url !== undefined) checkAddress(url, source, 'the `url` of `source`', say)
  }
  const enclosures = childrenNamed(item, 'enclosure')
  for (const extra of enclosures.slice(1)) say('DuplicateEnclosure', extra, 'an item has more than one `enclosure`')
  for (const enclosure of enclosures) checkEnclosure(enclosure, check)
  checkAtomLinks(item, check)
  checkMedia(item, check)
}

function checkGuid(guid: FeedElement, { say }: FeedCheck): void {
  const { isPermaLink } = guid.attributes
  const value = guid.text
  if (isPermaLink !== undefined && isPermaLink !== 'true' && isPermaLink !== 'false')
    say('InvalidBooleanAttribute', guid, `\`isPermaLink\` is "${isPermaLink}"`, 'write `true` or `false`')
  const permalink = isPermaLink === undefined || isPermaLink === 'true'
  if (!permalink) {
    if (/^\d{1,8}$/.test(value)) say('NotSufficientlyUnique', guid, `the id "${value}" is a bare number`)
    if (value.trim() === '') checkNotBlank(guid, say)
  } else if (/^(tag:|urn:uuid:)/i.test(value))
    say('InvalidPermalink', guid, `the id "${value}" is no address`, 'add isPermaLink="false"')
  else if (checkCharactersOf(value, guid, 'the id', say) && !value.includes(':'))
    say('InvalidHttpGUID', guid, `the id "${value}" is no address`, 'add isPermaLink="false"')
}

function checkEnclosure(enclosure: FeedElement, { say }: FeedCheck): void {
  const [url, length, type] = needAttributes(enclosure, ['url', 'length', 'type'], say)
  if (url !== undefined) checkAddress(url, enclosure, 'the `url` of `enclosure`', say)
  if (length === '-1') say('UseZeroForUnknown', enclosure, 'the `length` is -1', 'write 0 where it is not known')
  else if (length !== undefined && !/^\s*\d+\s*$/.test(length))
    say('InvalidIntegerAttribute', enclosure, `the \`length\` is "${length}"`)
  if (type !== undefined && !/^[^\s()<>,;:\\"/[\]?=]+\/[^\s()<>,;:\\"/[\]?=]+(\s*;.*)?$/.test(type))
    say('InvalidMIMEAttribute', enclosure, `the \`type\` is "${type}"`, 'write a media type such as `image/jpeg`')
}
