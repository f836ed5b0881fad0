import { unzlibSync } from 'fflate'

/** Returns the content streams of a file as text. */
export function contentsOf(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes).toString('latin1')
  return [...file.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, body]) => {
    try {
      return [Buffer.from(unzlibSync(Buffer.from(body!, 'latin1'))).toString('latin1')]
    } catch {
      return []
    }
  })
}

/** Returns what a content stream says that its letters are read as. */
export function actualTexts(content: string): string[] {
  return [...content.matchAll(/ActualText ?<FEFF([0-9A-F]*)>/gi)].map(([, hex]) =>
    (hex!.match(/.{4}/g) ?? []).map(unit => String.fromCharCode(Number.parseInt(unit, 16))).join(''),
  )
}
