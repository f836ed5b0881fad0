/** The part of IPTC ninjs 3.1 that this project writes. The standard is closed: no other property may stand in it. */
export interface Ninjs {
  uri: string
  standard?: { name: string; version: string; schema: string }
  type: 'text' | 'picture'
  representationType?: 'full' | 'partial'
  firstCreated?: string
  versionCreated?: string
  embargoedUntil?: string
  expires?: string
  pubStatus?: 'usable' | 'withheld' | 'canceled'
  copyrightHolder?: string
  copyrightNotice?: string
  usageTerms?: string
  rightsInfo?: { linkedRights: string }
  edNote?: string
  language?: string
  headlines?: Words[]
  descriptions?: Words[]
  bodies?: (Words & { charCount?: number; wordCount?: number })[]
  by?: string
  slugline?: string
  located?: string
  people?: Named[]
  organisations?: Named[]
  places?: Named[]
  events?: Named[]
  subjects?: Named[]
  genres?: Named[]
  infoSources?: { name: string; role?: string; uri?: string }[]
  renditions?: NinjsRendition[]
  altIds?: { role: string; value: string }[]
  associations?: (Ninjs & { name: string; rel?: string })[]
}

/** Words with their role and media type. */
export interface Words {
  role?: string
  contentType?: string
  value: string
}

/** Somebody or something that the story names. */
export interface Named {
  name: string
  rel?: string
  uri?: string
}

/** One file of a picture. Sizes in px. */
export interface NinjsRendition {
  name: string
  href?: string
  contentType?: string
  width?: number
  height?: number
}
