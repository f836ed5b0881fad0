/**
 * In which order elements stand in their parent, as the schema has them (ISO/IEC 29500-4, annex A, wml.xsd). Names are
 * without `w:`; `*` marks those that may stand more than once. Word opens a file with an order of its own as "corrupt", or
 * drops what it does not expect.
 */
const orders: { readonly [parent: string]: string } = {
  pPr: 'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  rPr: 'ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange',
  tblPr:
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange',
  tcPr: 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers cellIns cellDel cellMerge tcPrChange',
  sectPr:
    'headerReference* footerReference* footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange',
  style:
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr*',
  styles: 'docDefaults latentStyles style*',
  docDefaults: 'rPrDefault pPrDefault',
  lvl: 'start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr',
  abstractNum: 'nsid multiLevelType tmpl name styleLink numStyleLink lvl*',
  num: 'abstractNumId lvlOverride*',
  numbering: 'numPicBullet* abstractNum* num* numIdMacAtCleanup',
  numPr: 'ilvl numId numberingChange ins',
  pBdr: 'top left bottom right between bar',
  settings:
    'writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle* proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr attachedSchema* themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType* schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator',
}

/** A parent's children: where each stands, and which may stand again. */
export interface Order {
  place: ReadonlyMap<string, number>
  repeated: ReadonlySet<string>
}

const ready = new Map<string, Order>()

/** Returns the order of an element's children; undefined where any order will do. */
export function orderOf(parent: string): Order | undefined {
  const list = orders[parent.replace('w:', '')]
  if (list === undefined || !parent.startsWith('w:')) return undefined
  const known = ready.get(parent)
  if (known) return known
  const names = list.split(' ')
  const order = {
    place: new Map(names.map((name, index) => [`w:${name.replace('*', '')}`, index])),
    repeated: new Set(names.filter(name => name.endsWith('*')).map(name => `w:${name.slice(0, -1)}`)),
  }
  ready.set(parent, order)
  return order
}

/** What must stand first in an element, where it stands at all. */
export const first: { readonly [parent: string]: readonly string[] } = {
  'w:p': ['w:pPr'],
  'w:r': ['w:rPr'],
  'w:tc': ['w:tcPr'],
  'w:tbl': ['w:tblPr', 'w:tblGrid'],
  'w:hyperlink': [],
}
