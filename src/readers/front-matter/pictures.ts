import type { Inline, LeadImage, Rendition } from '../../article/article.js'
import { takeCredit } from '../markdown/credit.js'
import { type Entry, isEmpty, type MapEntry } from './entry.js'
import {
  at,
  complain,
  entriesOf,
  type FieldContext,
  type Named,
  pick,
  pickNamed,
  present,
  readPixels,
  readText,
  reportUnread,
  textIn,
} from './values.js'

/** Fields beside the picture's own that say something about it: `image-alt`, `feature_image_caption`. */
export interface PictureParts {
  alt?: Named | undefined
  caption?: Named | undefined
  credit?: Named | undefined
}

/** Reads the lead picture from its address, a list or a map, with what stands about it in fields of its own. */
export function readLeadImage(field: Named, parts: PictureParts, context: FieldContext): LeadImage | undefined {
  const entry = entriesOf(field.entry)[0]
  if (!entry || isEmpty(entry)) return undefined
  if (entry.kind === 'scalar' && typeof entry.value === 'boolean') return undefined
  const map: MapEntry = entry.kind === 'map' ? entry : { kind: 'map', fields: new Map([['src', entry]]) }
  const url = addressIn(map, context)
  if (!url) {
    complain({ ...field, entry }, 'a path or an http or https address is needed (`src`)', context)
    return undefined
  }
  const alt = pickNamed(map, 'alt', 'altText', 'alternative') ?? parts.alt
  const words = alt && (readText(alt, context) ?? '')
  if (!words && !isDeclaredDecorative(map, parts.alt))
    context.report('image-alt', `the lead picture \`${url}\` has no alternative text`, {
      ...at(entry),
      hint: `describe it in \`${field.name}.alt\``,
    })
  const renditions = pick(map, 'renditions', 'sizes', 'variants')
  const image = {
    url,
    alt: words ?? '',
    ...present({
      width: readPixels(pick(map, 'width')),
      height: readPixels(pick(map, 'height')),
      renditions: renditions && readRenditions(renditions, context),
      ...captionAndCredit(map, parts, context),
      rights: textIn(map, context, 'rights', 'copyright', 'license'),
    }),
  }
  reportUnread(map, 'a picture', context)
  return image
}

/** `alt: ""` says that the picture is an ornament. */
function isDeclaredDecorative(map: MapEntry, alt: Named | undefined): boolean {
  const given = map.fields.get('alt') ?? alt?.entry
  return given?.kind === 'scalar' && given.value === ''
}

function addressIn(map: MapEntry, context: FieldContext): string | undefined {
  const text = textIn(map, context, 'src', 'url', 'path', 'file', 'image', 'relative', 'href')
  if (!text || /^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(text.replace(/\s/g, ''))) return undefined
  return text
}

function captionAndCredit(
  map: MapEntry,
  parts: PictureParts,
  context: FieldContext,
): { caption?: Inline[]; credit?: string } {
  const caption = pickNamed(map, 'caption', 'title', 'description') ?? parts.caption
  const credit = pickNamed(map, 'credit', 'photographer', 'source', 'attribution', 'by') ?? parts.credit
  const text = caption && readText(caption, context)
  const words = text ? context.readCaption(text) : []
  const given = credit && readText(credit, context)
  const taken = given ? { words, credit: given } : takeCredit(words)
  return { ...(taken.words.length > 0 && { caption: taken.words }), ...(taken.credit && { credit: taken.credit }) }
}

/** Reads the same picture in other sizes: a list of maps, or a map from role to address. */
function readRenditions(entry: Entry, context: FieldContext): Rendition[] | undefined {
  const maps: [role: string | undefined, entry: Entry][] =
    entry.kind === 'map'
      ? [...entry.fields].map(([role, each]) => [role, each])
      : entriesOf(entry).map(each => [undefined, each])
  const renditions = maps.flatMap(([role, each]): Rendition[] => {
    const map: MapEntry = each.kind === 'map' ? each : { kind: 'map', fields: new Map([['src', each]]) }
    const url = addressIn(map, context)
    if (!url) return []
    const size = { width: readPixels(pick(map, 'width')), height: readPixels(pick(map, 'height')) }
    return [{ url, ...present({ ...size, role: textIn(map, context, 'role', 'name', 'ratio') ?? role }) }]
  })
  return renditions.length > 0 ? renditions : undefined
}
