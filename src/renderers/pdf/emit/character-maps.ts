import { hex4 } from '../cos.js'

/** Returns the character map that reads codes back as text (ISO 32000-1 9.10.3). Codes ascend. */
export function toUnicodeMap(codes: readonly number[], textOf: (code: number) => string): string {
  const rows = codes.map(code => `<${hex4(code)}> <${utf16(textOf(code))}>`)
  return characterMap({ name: 'Adobe-Identity-UCS', ordering: 'UCS', type: 2 }, blocks('bfchar', rows))
}

/** Returns the character map that leads from codes to CIDs (ISO 32000-1 9.7.5.4). Codes ascend. */
export function encodingMap(name: string, codes: readonly number[], cidOf: (code: number) => number): string {
  const rows: string[] = []
  for (let from = 0; from < codes.length; ) {
    const first = codes[from]!
    let to = from + 1
    // In one range only the last byte may differ.
    while (to < codes.length && codes[to]! - first === to - from && codes[to]! >> 8 === first >> 8) {
      if (cidOf(codes[to]!) - cidOf(first) !== to - from) break
      to++
    }
    rows.push(`<${hex4(first)}> <${hex4(codes[to - 1]!)}> ${cidOf(first)}`)
    from = to
  }
  return characterMap({ name, ordering: 'Identity', type: 1 }, blocks('cidrange', rows))
}

/** Rows of a character map: at most a hundred stand together. */
function blocks(kind: string, rows: readonly string[]): string {
  let text = ''
  for (let i = 0; i < rows.length; i += 100) {
    const block = rows.slice(i, i + 100)
    text += `${block.length} begin${kind}\n${block.join('\n')}\nend${kind}\n`
  }
  return text
}

function characterMap({ name, ordering, type }: { name: string; ordering: string; type: 1 | 2 }, rows: string): string {
  return (
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
    `/CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> def\n` +
    `/CMapName /${name} def\n/CMapType ${type} def\n${type === 1 ? '/WMode 0 def\n' : ''}` +
    `1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n${rows}` +
    'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n'
  )
}

function utf16(text: string): string {
  let hex = ''
  for (let i = 0; i < text.length; i++) hex += hex4(text.charCodeAt(i))
  return hex
}
