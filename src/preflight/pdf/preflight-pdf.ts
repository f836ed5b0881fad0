import type { Message } from '../../diagnostics/message.js'
import { BudgetError } from './budget.js'
import { checkAnnotations } from './check/annotations.js'
import { checkAttachments } from './check/attachments.js'
import { checkCatalog, checkPages } from './check/catalog.js'
import { checkColour } from './check/colour.js'
import { checkDestinations } from './check/destinations.js'
import { checkFileStructure, checkPlaces, looksLikePdf } from './check/file-structure.js'
import { checkFonts } from './check/fonts.js'
import { checkHeadings } from './check/headings.js'
import { checkLanguage } from './check/language.js'
import { checkMarkedContent, type ParentTree } from './check/marked-content.js'
import { type Claims, checkMetadata } from './check/metadata.js'
import { checkObjects } from './check/objects.js'
import { checkStructureGrammar } from './check/structure-grammar.js'
import { checkTables } from './check/tables.js'
import { createFacts } from './content/content-facts.js'
import { PageRun } from './content/page-run.js'
import { type Page, readPages } from './file/pages.js'
import { PdfFile } from './file/pdf-file.js'
import { readNumberTree } from './file/trees.js'
import { Findings } from './findings.js'
import { readStructureTree, type StructureTree } from './structure/structure-tree.js'

/**
 * Judges a PDF by PDF/UA-1 (ISO 14289-1) and PDF/A-2a or 3a (ISO 19005-2 and -3), whoever made it. Returns what is wrong,
 * each message with the clause and, in `path`, the page or object; no message means that nothing was found. Never rejects:
 * what cannot be judged (broken, encrypted, beyond all bounds) is a message too. Asks for nothing but the bytes.
 */
export async function preflightPdf(bytes: Uint8Array): Promise<Message[]> {
  const findings = new Findings()
  const file = open(bytes, findings)
  if (file) judge(file, findings)
  return findings.messages()
}

function open(bytes: Uint8Array, findings: Findings): PdfFile | undefined {
  if (!looksLikePdf(bytes)) {
    findings.report(
      'pdf-unreadable',
      bytes.length === 0 ? 'the file is empty' : 'this is no PDF: it does not begin with `%PDF-`',
    )
    return undefined
  }
  const file = attempt('the file', findings, () => new PdfFile(bytes))
  if (!file) return undefined
  attempt('the file', findings, () => checkFileStructure(file, findings.report))
  if (file.trailer.has('Encrypt')) {
    findings.report('pdf-encrypted', 'the file is encrypted: nothing in it was judged further')
    return undefined
  }
  if (file.catalog.size === 0) {
    findings.report('pdf-unreadable', 'the file has no document catalog: it is damaged beyond reading')
    return undefined
  }
  return file
}

function judge(file: PdfFile, findings: Findings): void {
  const { report } = findings
  const check = <Result>(what: string, run: () => Result) => attempt(what, findings, run)
  check('the catalog', () => checkCatalog(file, report))
  const claims: Claims = check('the metadata', () => checkMetadata(file, report)) ?? {}
  const pages: Page[] = check('the pages', () => readPages(file)) ?? []
  check('the pages', () => checkPages(file, pages, report))
  const tree = check('the structure tree', () => readStructureTree(file, report))
  const facts = createFacts()
  for (const page of pages)
    if (check(`page ${page.number}`, () => new PageRun(file, page, facts, report).read() ?? true) === undefined) break
  const parents: ParentTree = check('the parent tree', () => readParents(file, tree, findings)) ?? new Map()
  if (tree) {
    check('the structure tree', () => checkStructureGrammar(file, tree, report))
    check('headings', () => checkHeadings(tree, report))
    check('tables', () => checkTables(file, tree, report))
    check('marked content', () => checkMarkedContent(file, tree, parents, facts, report))
  }
  const keys = new Set([...facts.marked.values()].map(marked => marked.structParents).filter(key => key !== undefined))
  check('annotations', () => checkAnnotations(file, pages, tree, parents, keys, report))
  check('languages', () => checkLanguage(file, tree, facts, report))
  check('fonts', () => checkFonts(file, facts, report))
  check('colours', () => checkColour(file, facts, report))
  check('destinations', () => checkDestinations(file, pages, report))
  check('attachments', () => checkAttachments(file, pages, tree, claims.part, report))
  check('objects', () => checkObjects(file, report))
  check('the cross-reference', () => checkPlaces(file, report))
}

function readParents(file: PdfFile, tree: StructureTree | undefined, findings: Findings): ParentTree {
  const { entries, repeated } = readNumberTree(file, tree?.root.get('ParentTree'))
  for (const key of repeated) findings.report('pdfua-parent-tree', `the parent tree has the key ${key} twice`)
  return entries
}

/** A check that meets what nobody foresaw says so, and the others go on: a verdict on a hostile file is a message, not a crash. */
function attempt<Result>(what: string, findings: Findings, run: () => Result): Result | undefined {
  try {
    return run()
  } catch (error) {
    if (error instanceof BudgetError)
      findings.report('pdf-not-judged', `${what} could not be judged to the end: ${error.message}`)
    else if (error instanceof RangeError)
      findings.report('pdf-not-judged', `${what} could not be judged: the file is too deeply nested or too large`)
    else
      findings.report(
        'pdf-not-judged',
        `${what} could not be judged: ${error instanceof Error ? error.message : String(error)}`,
      )
    return undefined
  }
}
