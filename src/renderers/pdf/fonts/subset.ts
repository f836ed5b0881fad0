import { FontError } from './sfnt.js'

/** HarfBuzz's subsetter, driven through its C interface: for CFF outlines and for fonts with axes. */
interface SubsetExports {
  memory: WebAssembly.Memory
  _initialize?(): void
  malloc(size: number): number
  free(pointer: number): void
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number
  hb_blob_destroy(blob: number): void
  hb_blob_get_data(blob: number, length: number): number
  hb_blob_get_length(blob: number): number
  hb_face_create(blob: number, index: number): number
  hb_face_destroy(face: number): void
  hb_face_reference_blob(face: number): number
  hb_set_add(set: number, value: number): void
  hb_set_clear(set: number): void
  hb_subset_input_create_or_fail(): number
  hb_subset_input_destroy(input: number): void
  hb_subset_input_glyph_set(input: number): number
  hb_subset_input_set(input: number, kind: number): number
  hb_subset_input_set_flags(input: number, flags: number): void
  hb_subset_input_get_flags(input: number): number
  hb_subset_input_keep_everything(input: number): void
  hb_subset_input_pin_axis_location(input: number, face: number, axis: number, value: number): number
  hb_subset_or_fail(face: number, input: number): number
}

// hb_subset_flags_t, as `hb-subset.h` numbers them.
const NO_HINTING = 0x1
const NOTDEF_OUTLINE = 0x40
const NO_LAYOUT_CLOSURE = 0x200
const DROP_TABLES = 3
const LAYOUT_FEATURES = 6
const READONLY = 1

/** What a PDF reader has no use for: shaping is done, names and metrics stand in the PDF's own dictionaries. */
const droppedTables = [
  'GSUB',
  'GPOS',
  'GDEF',
  'BASE',
  'STAT',
  'gasp',
  'name',
  'OS/2',
  'post',
  'vhea',
  'vmtx',
  'VORG',
  'DSIG',
  'MATH',
]

/** Works on fonts of kinds that others know better. Both ways throw `FontError` where the font is broken. */
export interface Subsetter {
  /** Returns a font with no more than these glyphs, which close the ranks in their order. */
  subset(font: Uint8Array, glyphs: Iterable<number>, index: number): Uint8Array
  /** Returns a variable font with its axes set, by tag: a plain one. */
  pin(font: Uint8Array, index: number, axes: ReadonlyMap<string, number>): Uint8Array
}

/** Makes a subsetter from the compiled module. */
export async function startSubsetter(module: WebAssembly.Module): Promise<Subsetter> {
  const instance = await WebAssembly.instantiate(module, {})
  const hb = instance.exports as unknown as SubsetExports
  hb._initialize?.()
  return {
    subset: (font, glyphs, index) =>
      cut(hb, font, index, input => {
        hb.hb_subset_input_set_flags(input, NO_HINTING | NOTDEF_OUTLINE | NO_LAYOUT_CLOSURE)
        const wanted = hb.hb_subset_input_glyph_set(input)
        for (const glyph of glyphs) hb.hb_set_add(wanted, glyph)
        const dropped = hb.hb_subset_input_set(input, DROP_TABLES)
        for (const table of droppedTables) hb.hb_set_add(dropped, tag(table))
        hb.hb_set_clear(hb.hb_subset_input_set(input, LAYOUT_FEATURES))
      }),
    pin: (font, index, axes) =>
      cut(hb, font, index, (input, face) => {
        hb.hb_subset_input_keep_everything(input)
        for (const [axis, value] of axes) hb.hb_subset_input_pin_axis_location(input, face, tag(axis), value)
      }),
  }
}

/** Runs the subsetter over a font; `settle` says what to keep. */
function cut(
  hb: SubsetExports,
  font: Uint8Array,
  index: number,
  settle: (input: number, face: number) => void,
): Uint8Array {
  const data = hb.malloc(font.length)
  new Uint8Array(hb.memory.buffer, data, font.length).set(font)
  const blob = hb.hb_blob_create(data, font.length, READONLY, 0, 0)
  const face = hb.hb_face_create(blob, index)
  const input = hb.hb_subset_input_create_or_fail()
  try {
    settle(input, face)
    return subset(hb, face, input)
  } finally {
    hb.hb_subset_input_destroy(input)
    hb.hb_face_destroy(face)
    hb.hb_blob_destroy(blob)
    hb.free(data)
  }
}

function subset(hb: SubsetExports, face: number, input: number): Uint8Array {
  const result = hb.hb_subset_or_fail(face, input)
  if (!result) throw new FontError('is broken: its outlines cannot be read')
  const out = hb.hb_face_reference_blob(result)
  const bytes = new Uint8Array(hb.memory.buffer, hb.hb_blob_get_data(out, 0), hb.hb_blob_get_length(out)).slice()
  hb.hb_blob_destroy(out)
  hb.hb_face_destroy(result)
  return bytes
}

function tag(name: string): number {
  return (
    ((name.charCodeAt(0) << 24) | (name.charCodeAt(1) << 16) | (name.charCodeAt(2) << 8) | name.charCodeAt(3)) >>> 0
  )
}
