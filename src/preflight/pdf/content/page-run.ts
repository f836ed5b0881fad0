import { limits } from '../budget.js'
import { isDict, isName, type PdfDict, type PdfStream, type PdfValue } from '../file/objects.js'
import { type Page, pageContent } from '../file/pages.js'
import type { PdfFile } from '../file/pdf-file.js'
import type { ReportFinding } from '../findings.js'
import { type PdfFont, readFont } from '../font/pdf-font.js'
import { deviceSpaces, spaceEntry } from './colour-space.js'
import type { ContentFacts, FontUse, MarkedContent } from './content-facts.js'
import { type GraphicsState, initialState } from './graphics-state.js'
import { MarkedStack } from './marked-stack.js'
import { identity, type Matrix, multiply } from './matrix.js'
import { operators } from './operators.js'
import { readOperations } from './tokens.js'

/** What an operator sees beside its operands: the content stream that it stands in. */
export interface Scope {
  resources: PdfDict
  marked: MarkedContent
  depth: number
}

/** Graphics state may be saved 28 deep (ISO 19005-2 6.1.13); deeper ones are reported, and bounded far above. */
const MAX_SAVED = 28
const FAR_TOO_MANY_SAVED = 5000

/** Reads one page's content as a viewer does, and writes down what matters to the checks. */
export class PageRun {
  readonly marks = new MarkedStack()
  state: GraphicsState = initialState()
  textMatrix: Matrix = identity
  lineMatrix: Matrix = identity
  isInText = false
  /** Glyphs set off the page, with the first few of their characters. */
  offPage = { count: 0, sample: '' }
  private saved: GraphicsState[] = []
  private readonly untagged = new Map<string, number>()

  constructor(
    readonly file: PdfFile,
    readonly page: Page,
    readonly facts: ContentFacts,
    readonly findings: ReportFinding,
  ) {}

  get path(): string {
    return `page ${this.page.number}`
  }

  /** Reads the whole page and reports what its content stream does wrong. */
  read(): void {
    const { bytes, broken } = pageContent(this.file, this.page)
    if (broken) this.findings('pdf-content', 'part of its content could not be unpacked', this.path)
    const marked = this.markedContent(this.page.dict, false)
    this.useGroup(this.page.dict, this.page.resources)
    this.run(bytes, { resources: this.page.resources, marked, depth: 0 })
    if (this.saved.length > 0)
      this.findings(
        'pdf-content',
        `\`q\` saves the graphics state ${this.saved.length} times more often than \`Q\` restores it`,
        this.path,
      )
    if (this.isInText) this.findings('pdf-content', '`BT` begins text that no `ET` ends', this.path)
    for (const [what, count] of this.untagged)
      this.findings(
        'pdfua-untagged-content',
        `a ${what} is painted outside marked content: neither tagged nor an artifact`,
        count === 1 ? this.path : `${this.path} (${count} times)`,
      )
    const { count, sample } = this.offPage
    if (count > 0)
      this.findings(
        'pdf-off-page',
        `${count} ${count === 1 ? 'glyph lies' : 'glyphs lie'} outside the page: \`${sample}\``,
        this.path,
      )
  }

  run(bytes: Uint8Array, scope: Scope): void {
    const depth = this.marks.depth
    for (const { operator, operands } of readOperations(bytes, this.file.budget)) {
      const handler = operators.get(operator)
      if (handler) handler(this, operands, scope)
      else this.findings('pdf-content', `\`${printable(operator)}\` is no operator`, this.path)
    }
    const open = this.marks.depth - depth
    if (open > 0)
      this.findings(
        'pdf-marked-content',
        `${open} marked-content ${open === 1 ? 'sequence is' : 'sequences are'} never closed by \`EMC\``,
        this.path,
      )
    this.marks.truncate(depth)
  }

  /** Something becomes visible: it must be tagged or an artifact (ISO 14289-1 7.1). */
  paint(what: string): void {
    if (this.marks.id() !== undefined || this.marks.isArtifact()) return
    this.untagged.set(what, (this.untagged.get(what) ?? 0) + 1)
  }

  save(): void {
    if (this.saved.length === MAX_SAVED)
      this.findings('pdf-limit', '`q` saves the graphics state more than 28 deep', this.path)
    if (this.saved.length < FAR_TOO_MANY_SAVED) this.saved.push({ ...this.state })
  }
  restore(): void {
    const state = this.saved.pop()
    if (state) this.state = state
    else this.findings('pdf-content', '`Q` restores a graphics state that no `q` saved', this.path)
  }

  /** Paints a form: its content, under the marks that are open where it is painted (ISO 32000-1 14.7.4.3). */
  runForm(stream: PdfStream, scope: Scope): void {
    if (scope.depth >= limits.formDepth)
      return this.findings('pdf-not-judged', 'forms within forms go too deep to be followed', this.path)
    this.file.budget.spend(200)
    const { dict } = stream
    const hasOwnMarks = this.file.number(dict.get('StructParents')) !== undefined
    const isAgain = hasOwnMarks && this.facts.marked.has(dict)
    if (isAgain) this.findings('pdfua-form', 'a form with tagged content is painted more than once', this.path)
    const resources = this.file.dict(dict.get('Resources')) ?? scope.resources
    const matrix = this.file.array(dict.get('Matrix'))?.map(item => this.file.number(item) ?? 0)
    const outer = {
      state: { ...this.state },
      text: this.textMatrix,
      line: this.lineMatrix,
      saved: this.saved,
      isInText: this.isInText,
    }
    this.saved = []
    this.isInText = false
    this.useGroup(dict, resources)
    if (matrix?.length === 6) this.state.matrix = multiply(matrix as unknown as Matrix, this.state.matrix)
    const marked = hasOwnMarks ? this.markedContent(dict, true) : scope.marked
    this.run(this.file.data(stream).bytes, {
      resources,
      marked: isAgain ? { ...marked, ids: new Map() } : marked,
      depth: scope.depth + 1,
    })
    this.state = outer.state
    this.textMatrix = outer.text
    this.lineMatrix = outer.line
    this.saved = outer.saved
    this.isInText = outer.isInText
  }

  private markedContent(owner: PdfDict, isForm: boolean): MarkedContent {
    const known = this.facts.marked.get(owner)
    if (known) return known
    const structParents = this.file.number(owner.get('StructParents'))
    const created = {
      owner,
      page: this.page.number,
      isForm,
      structParents,
      ids: new Map(),
      idsWithText: new Set<number>(),
    }
    this.facts.marked.set(owner, created)
    return created
  }

  /** Returns the record of a font's use; the font is read the first time. */
  fontUse(dict: PdfDict): FontUse {
    const known = this.facts.fonts.get(dict)
    if (known) return known
    const use: FontUse = {
      font: readFont(this.file, dict),
      codes: new Map(),
      page: this.page.number,
      isUndecoded: false,
    }
    this.facts.fonts.set(dict, use)
    return use
  }
  setFont(value: PdfValue | undefined): PdfFont | undefined {
    const dict = this.file.dict(value)
    this.state.font = dict && this.fontUse(dict).font
    return this.state.font
  }

  /** Writes down which device colours a colour space rests on. */
  useColour(value: PdfValue | undefined, resources: PdfDict): void {
    for (const device of deviceSpaces(this.file, value, resources))
      if (!this.facts.colours.has(device)) this.facts.colours.set(device, this.path)
  }

  /** Writes down the colours in which a page or a form mixes what shines through (ISO 32000-1 11.6.6). */
  private useGroup(owner: PdfDict, resources: PdfDict): void {
    this.useColour(spaceEntry(this.file.get(owner.get('Group'))), resources)
  }

  /** Returns an entry of the resources. */
  resource(scope: Scope, kind: string, name: PdfValue | undefined): PdfValue | undefined {
    const entries = this.file.dict(scope.resources.get(kind))
    const found = isName(name) ? entries?.get(name.name) : undefined
    if (found === undefined && !isDict(name))
      this.findings(
        'pdf-content',
        `\`${isName(name) ? printable(name.name) : '?'}\` is not among the page's resources of kind \`${kind}\``,
        this.path,
      )
    return found
  }
}

/** Cuts what stands in a broken stream down to what may be shown in a message. */
function printable(text: string): string {
  return text.slice(0, 24).replace(/[^\x20-\x7e]/g, '?')
}
