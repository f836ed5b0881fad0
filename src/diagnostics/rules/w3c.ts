import type { Rule } from '../rules.js'

/** Rules of the W3C feed validator under its own names, so that a finding here can be looked up there. */
const errors = {
  SAXError: 'XML that is not well-formed: readers lose everything after the place.',
  BadXmlVersion: 'A feed that is not XML 1.0.',
  InvalidRSSVersion: 'A version that RSS never had.',
  UndefinedElement: 'An element that RSS or Atom does not have.',
  MissingElement: 'An element that must be there.',
  MissingTitle: 'A feed or a picture without a title.',
  MissingLink: 'A feed or a picture without a link.',
  MissingDescription: 'A feed without a description.',
  ItemMustContainTitleOrDescription: 'An item with neither title nor description.',
  DuplicateElement: 'An element that may stand once.',
  DuplicateValue: 'Two items with one id.',
  MissingAttribute: 'An attribute that must be there.',
  MissingHref: 'A link without an address.',
  InvalidContact: 'A person without a mail address where RSS asks for one.',
  InvalidFullLink: 'An address that is not whole.',
  InvalidUriChar: 'A character that an address may not hold.',
  UriNotIri: 'An address with letters outside ASCII.',
  InvalidHttpGUID: 'An id that says it is an address and is none.',
  InvalidPermalink: 'A `tag:` or `urn:uuid:` id that says it is an address.',
  InvalidBooleanAttribute: 'An attribute that is neither `true` nor `false`.',
  InvalidRFC2822Date: 'A date that RSS readers cannot read.',
  InvalidRFC3339Date: 'A date that Atom readers cannot read.',
  IncorrectDOW: 'A date whose day of the week is another.',
  InvalidLanguage: 'A language tag that is none.',
  InvalidPositiveInteger: 'A number that must be above zero.',
  InvalidIntegerAttribute: 'An attribute that must be a number.',
  InvalidMIMEAttribute: 'A media type that is none.',
  InvalidWidth: 'A logo wider than 144 px.',
  InvalidHeight: 'A logo higher than 400 px.',
  InvalidHour: 'An hour that the day does not have.',
  InvalidDay: 'A day that the week does not have.',
  InvalidCreditRole: 'A role that the list of media credits lacks.',
  MediaGroupWithoutAlternatives: 'A media group with fewer than two members.',
  MissingContentOrAlternate: 'An Atom entry with neither content nor a link.',
  MediaRssNamespace: 'Media RSS under another name than its own.',
  InvalidTAG: 'A `tag:` id that is not written as RFC 4151 asks.',
  InvalidURN: 'A `urn:` id that is not written as RFC 8141 asks.',
  InvalidUUID: 'A `urn:uuid:` id that holds no UUID.',
  UnexpectedWhitespace: 'White space around an id or a date.',
  DuplicateAtomLink: 'Two links of one kind.',
  UseZeroForUnknown: 'A length of −1 where 0 says that it is not known.',
} as const

const warnings = {
  BadCharacters: 'Characters that are left over from wrong decoding.',
  MisplacedItem: 'An item before the end of the feed’s own elements.',
  MissingAtomSelfLink: 'A feed that does not say where it stands.',
  SelfDoesntMatchLocation: 'A feed that says it stands elsewhere.',
  SelfNotAtom: 'A link to the feed itself with another media type.',
  RelativeSelf: 'A feed whose own address is not whole.',
  MissingRealName: 'A mail address without a name.',
  EmailFormat: 'A mail address and name in another order than `mail (Name)`.',
  DuplicateSemantics: 'Two elements of a feed that say the same.',
  DuplicateItemSemantics: 'Two elements of an item that say the same.',
  ImageUrlFormat: 'A logo that is no GIF, JPEG or PNG.',
  ImageTitleDoesntMatch: 'A logo whose title is not the feed’s.',
  ImageLinkDoesntMatch: 'A logo whose link is not the feed’s.',
  AvoidTextInput: 'An element that no reader shows.',
  UseZeroForMidnight: 'Hour 24 where 0 is midnight.',
  MissingGuid: 'An item without an id.',
  NotSufficientlyUnique: 'A bare number as id.',
  NotBlank: 'An empty element.',
  NeedDescriptionBeforeContent: 'Full content without a description before it.',
  SlashDate: 'A count of comments in a feed without a date.',
  ImplausibleDate: 'A date before 1990 or in the future.',
  ProblematicalRFC822Date: 'A date that some readers cannot read.',
  CharacterData: 'Markup characters that some readers unescape twice.',
  ContainsHTML: 'Markup where plain text belongs.',
  ContainsUndeclaredHTML: 'Markup in text that is said to be plain.',
  NotHtml: 'HTML with faults, or elements that HTML does not have.',
  ContainsRelRef: 'A relative address in content, which no reader can resolve.',
  SecurityRisk: 'An element that readers drop because it could run something.',
  SecurityRiskAttr: 'An attribute that readers drop because it could run something.',
  DangerousStyleAttr: 'A style that readers drop.',
  UnknownNamespace: 'A namespace that feed readers do not know.',
  ReservedPrefix: 'The prefix of a well-known namespace for another.',
  DuplicateEnclosure: 'More than one enclosure.',
  UnregisteredAtomLinkRel: 'A kind of link that is not registered.',
  MissingSelf: 'An Atom feed that does not say where it stands.',
  MissingTextualContent: 'An Atom entry with neither content nor a summary.',
  DuplicateEntries: 'Two entries with one id.',
  DuplicateUpdated: 'Two entries changed at one moment.',
} as const

type Named<Table> = { [Name in keyof Table as `w3c/${string & Name}`]: Rule }

function table<Table extends { readonly [name: string]: string }>(
  about: Table,
  severity: Rule['severity'],
): Named<Table> {
  return Object.fromEntries(
    Object.entries(about).map(([name, sentence]) => [`w3c/${name}`, { severity, about: sentence }]),
  ) as Named<Table>
}

/** The rules, by id: `w3c/ContainsRelRef`. */
export const w3cRules = { ...table(errors, 'error'), ...table(warnings, 'warning') }

/** Name of a rule of the W3C feed validator. */
export type W3cClass = keyof typeof errors | keyof typeof warnings
