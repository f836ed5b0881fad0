/**
 * The thin door to HarfBuzz: its WebAssembly module driven through its C interface, because the JavaScript wrapper costs
 * more than the shaping of a word. Nothing else in the renderer knows that there is a heap.
 */
import { type GlyphColumns, Glyphs } from './glyphs.js'

type Heap = WebAssembly.Memory
interface Exports {
  memory: Heap
  __wasm_call_ctors?(): void
  malloc(size: number): number
  free(pointer: number): void
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number
  hb_face_create(blob: number, index: number): number
  hb_face_get_upem(face: number): number
  hb_face_collect_unicodes(face: number, set: number): void
  hb_set_create(): number
  hb_set_get_population(set: number): number
  hb_set_next_many(set: number, codepoint: number, out: number, size: number): number
  hb_set_destroy(set: number): void
  hb_font_create(face: number): number
  hb_font_get_nominal_glyph(font: number, codepoint: number, out: number): number
  hb_font_get_glyph_h_advance(font: number, glyph: number): number
  hb_font_get_glyph_extents(font: number, glyph: number, out: number): number
  hb_buffer_create(): number
  hb_buffer_clear_contents(buffer: number): void
  hb_buffer_add_utf16(buffer: number, text: number, length: number, offset: number, itemLength: number): void
  hb_buffer_set_direction(buffer: number, direction: number): void
  hb_buffer_set_script(buffer: number, script: number): void
  hb_buffer_set_language(buffer: number, language: number): void
  hb_buffer_set_cluster_level(buffer: number, level: number): void
  hb_buffer_get_length(buffer: number): number
  hb_buffer_get_glyph_infos(buffer: number, length: number): number
  hb_buffer_get_glyph_positions(buffer: number, length: number): number
  hb_language_from_string(text: number, length: number): number
  hb_shape(font: number, buffer: number, features: number, count: number): void
}

/** What to shape and how. `script` is an ISO 15924 tag, `features` OpenType tags to switch on. */
export interface ShapeWish {
  text: string
  rtl: boolean
  script: string
  language: string
  features: readonly string[]
}

const READONLY = 1
const LINE_FEED = 0x0a
const LEFT_TO_RIGHT = 4
const RIGHT_TO_LEFT = 5
/** Size in bytes of hb_glyph_info_t and of hb_glyph_position_t. */
const RECORD = 20
/** Size in bytes of hb_feature_t: tag, value, start, end. */
const FEATURE = 16

/** HarfBuzz, running. */
export class Harfbuzz {
  private readonly wasm: Exports
  private readonly buffer: number
  private readonly scratch: number
  /** What has been shaped: the number of its glyphs, where they lie on the heap, and the next one to be read. */
  private count = 0
  private infos = 0
  private positions = 0
  private next = 0
  private text = 0
  private textSize = 0
  private heap16 = new Uint16Array(0)
  private heap32 = new Int32Array(0)
  private readonly languages = new Map<string, number>()
  private readonly features = new Map<string, { pointer: number; count: number }>()

  constructor(exports: WebAssembly.Exports) {
    this.wasm = exports as unknown as Exports
    this.wasm.__wasm_call_ctors?.()
    this.buffer = this.wasm.hb_buffer_create()
    this.scratch = this.wasm.malloc(16)
  }

  /** Opens the font in a file (of a collection, the one at `index`) and returns its handles. */
  openFont(bytes: Uint8Array, index = 0): { face: number; font: number; upem: number } {
    const data = this.wasm.malloc(bytes.length)
    new Uint8Array(this.wasm.memory.buffer, data, bytes.length).set(bytes)
    const blob = this.wasm.hb_blob_create(data, bytes.length, READONLY, 0, 0)
    const face = this.wasm.hb_face_create(blob, index)
    return { face, font: this.wasm.hb_font_create(face), upem: this.wasm.hb_face_get_upem(face) }
  }

  /** Returns the glyph of a character, 0 where the font has none. */
  glyphOf(font: number, codePoint: number): number {
    if (!this.wasm.hb_font_get_nominal_glyph(font, codePoint, this.scratch)) return 0
    return new Uint32Array(this.wasm.memory.buffer, this.scratch, 1)[0]!
  }

  /** Returns every character that a face has a glyph for, ascending. */
  charactersOf(face: number): number[] {
    const hb = this.wasm
    const set = hb.hb_set_create()
    hb.hb_face_collect_unicodes(face, set)
    const count = hb.hb_set_get_population(set)
    const out = hb.malloc(count * 4 + 4)
    const read = hb.hb_set_next_many(set, 0xffffffff, out, count)
    const codes = [...new Uint32Array(hb.memory.buffer, out, read)]
    hb.free(out)
    hb.hb_set_destroy(set)
    return codes
  }

  /** Returns a glyph's horizontal advance in font units, as the `hmtx` table has it. */
  advanceOf(font: number, glyph: number): number {
    return this.wasm.hb_font_get_glyph_h_advance(font, glyph)
  }

  /** Returns the box of a glyph's ink in font units: `top` upwards from the baseline, `height` downwards from there. */
  inkOf(font: number, glyph: number): { left: number; top: number; width: number; height: number } {
    this.wasm.hb_font_get_glyph_extents(font, glyph, this.scratch)
    // hb_glyph_extents_t: bearings, then a width and a height that is negative.
    const [left, top, width, height] = new Int32Array(this.wasm.memory.buffer, this.scratch, 4)
    return { left: left!, top: top!, width: width!, height: -height! }
  }

  /** Shapes one run of one font, script, language and direction; its glyphs are kept in `columns`. */
  shape(font: number, wish: ShapeWish, columns: GlyphColumns): Glyphs {
    const { text } = wish
    // The language first: its name is put where the text goes.
    this.language(wish.language)
    this.textAt(text)
    this.shapeText(font, wish, text.length)
    return this.read(text, wish.rtl, 0, Number.POSITIVE_INFINITY, columns)
  }

  /** Shapes many words in one go: a call for each would cost more than the shaping. From left to right only. */
  shapeWords(font: number, texts: readonly string[], wish: Omit<ShapeWish, 'text'>, columns: GlyphColumns): Glyphs[] {
    let length = 0
    for (let i = 0; i < texts.length; i++) length += texts[i]!.length + 1
    this.language(wish.language)
    this.makeRoom(length)
    const units = this.units()
    let at = this.text >> 1
    for (let i = 0; i < texts.length; i++) {
      this.put(texts[i]!, at)
      at += texts[i]!.length
      units[at++] = LINE_FEED
    }
    this.shapeText(font, wish, length)
    const words: Glyphs[] = []
    let start = 0
    for (let i = 0; i < texts.length; i++) {
      words.push(this.read(texts[i]!, false, start, start + texts[i]!.length, columns))
      start += texts[i]!.length + 1
    }
    return words
  }

  /** Shapes the text that has been put onto the heap. */
  private shapeText(font: number, wish: Omit<ShapeWish, 'text'>, length: number): void {
    const hb = this.wasm
    hb.hb_buffer_clear_contents(this.buffer)
    hb.hb_buffer_set_cluster_level(this.buffer, 0)
    hb.hb_buffer_add_utf16(this.buffer, this.text, length, 0, length)
    hb.hb_buffer_set_direction(this.buffer, wish.rtl ? RIGHT_TO_LEFT : LEFT_TO_RIGHT)
    hb.hb_buffer_set_script(this.buffer, tag(wish.script))
    hb.hb_buffer_set_language(this.buffer, this.language(wish.language))
    const features = this.featureList(wish.features)
    hb.hb_shape(font, this.buffer, features.pointer, features.count)
    this.count = hb.hb_buffer_get_length(this.buffer)
    this.infos = hb.hb_buffer_get_glyph_infos(this.buffer, this.scratch) >> 2
    this.positions = hb.hb_buffer_get_glyph_positions(this.buffer, this.scratch) >> 2
    this.next = 0
  }

  /** Reads the glyphs, from the next one on, that stand for what lies between two places of the text that was shaped. */
  private read(text: string, rtl: boolean, start: number, end: number, columns: GlyphColumns): Glyphs {
    const words = this.words()
    const first = columns.count
    let width = 0
    let inRow = true
    let before = -1
    for (; this.next < this.count; this.next++) {
      const info = this.infos + (this.next * RECORD) / 4
      const position = this.positions + (this.next * RECORD) / 4
      const cluster = words[info + 2]!
      if (cluster >= end) break
      // What parts one word from the next.
      if (cluster < start) continue
      const at = columns.add(1)
      columns.gid[at] = words[info]!
      columns.cluster[at] = cluster - start
      columns.advance[at] = words[position]!
      columns.dx[at] = words[position + 2]!
      columns.dy[at] = words[position + 3]!
      if (cluster === before || words[position + 2] !== 0 || words[position + 3] !== 0) inRow = false
      before = cluster
      width += words[position]!
    }
    return new Glyphs(text, rtl, columns, first, columns.count - first, width, inRow)
  }

  private textAt(text: string): number {
    this.makeRoom(text.length)
    this.put(text, this.text >> 1)
    return this.text
  }

  private makeRoom(length: number): void {
    if (length * 2 <= this.textSize) return
    if (this.text) this.wasm.free(this.text)
    this.textSize = Math.max(length * 2, 4096)
    this.text = this.wasm.malloc(this.textSize)
  }

  private put(text: string, at: number): void {
    const units = this.units()
    for (let i = 0; i < text.length; i++) units[at + i] = text.charCodeAt(i)
  }

  /** The heap seen as characters and as numbers; the views break when it grows, and are made again. */
  private units(): Uint16Array {
    if (this.heap16.buffer !== this.wasm.memory.buffer) this.heap16 = new Uint16Array(this.wasm.memory.buffer)
    return this.heap16
  }

  private words(): Int32Array {
    if (this.heap32.buffer !== this.wasm.memory.buffer) this.heap32 = new Int32Array(this.wasm.memory.buffer)
    return this.heap32
  }

  private language(name: string): number {
    let handle = this.languages.get(name)
    if (handle === undefined) {
      const at = this.textAt(name)
      const bytes = new Uint8Array(this.wasm.memory.buffer, at, name.length)
      for (let i = 0; i < name.length; i++) bytes[i] = name.charCodeAt(i) & 0x7f
      handle = this.wasm.hb_language_from_string(at, name.length)
      this.languages.set(name, handle)
    }
    return handle
  }

  private featureList(names: readonly string[]): { pointer: number; count: number } {
    const key = names.join()
    let list = this.features.get(key)
    if (!list) {
      const pointer = names.length ? this.wasm.malloc(names.length * FEATURE) : 0
      const words = new Uint32Array(this.wasm.memory.buffer, pointer, names.length * 4)
      names.forEach((name, index) => {
        words.set(
          name.startsWith('-') ? [tag(name.slice(1)), 0, 0, 0xffffffff] : [tag(name), 1, 0, 0xffffffff],
          index * 4,
        )
      })
      list = { pointer, count: names.length }
      this.features.set(key, list)
    }
    return list
  }
}

/** Makes a running HarfBuzz from its compiled module. `onStop` is called where it breaks down: it is of no more use then. */
export function startHarfbuzz(module: WebAssembly.Module, onStop: () => void): Harfbuzz {
  let memory: Heap | undefined
  const stop = () => {
    onStop()
    throw new Error('HarfBuzz stopped: out of memory or a broken font')
  }
  const instance = new WebAssembly.Instance(module, {
    wasi_snapshot_preview1: { proc_exit: stop },
    env: {
      _emscripten_runtime_keepalive_clear: () => undefined,
      _abort_js: stop,
      _setitimer_js: () => 0,
      emscripten_resize_heap: (size: number) => growTo(memory, size >>> 0),
    },
  })
  memory = instance.exports.memory as Heap
  return new Harfbuzz(instance.exports)
}

/** Answers the module's wish for a larger heap: grows by at least a quarter, so that growth stays linear. */
function growTo(memory: Heap | undefined, size: number): number {
  if (!memory) return 0
  const now = memory.buffer.byteLength
  const pages = Math.ceil((Math.max(size, now * 1.25) - now) / 65536)
  try {
    memory.grow(pages)
    return 1
  } catch {
    return 0
  }
}

function tag(name: string): number {
  const padded = name.padEnd(4)
  return (
    ((padded.charCodeAt(0) << 24) |
      (padded.charCodeAt(1) << 16) |
      (padded.charCodeAt(2) << 8) |
      padded.charCodeAt(3)) >>>
    0
  )
}
