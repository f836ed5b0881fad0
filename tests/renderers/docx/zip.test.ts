import { strFromU8, strToU8, unzipSync, zlibSync } from 'fflate'
import { expect, test } from 'vitest'
import { zip } from '../../../src/renderers/docx/package/zip.js'

const deflate = (bytes: Uint8Array): Uint8Array => zlibSync(bytes)

test('what is packed comes out again, in its order', () => {
  const entries = [
    { path: 'b.xml', bytes: strToU8('<b>'.repeat(1000)) },
    { path: 'a/ä.txt', bytes: strToU8('ä') },
    { path: 'empty', bytes: new Uint8Array() },
    { path: 'picture.png', bytes: Uint8Array.from({ length: 300 }, (_, index) => index), stored: true },
  ]
  const files = unzipSync(zip(entries, deflate))
  expect(Object.keys(files)).toEqual(entries.map(entry => entry.path))
  for (const { path, bytes } of entries) expect([...files[path]!]).toEqual([...bytes])
  expect(strFromU8(files['a/ä.txt']!)).toBe('ä')
})

test('each file has the checksum that it should have', () => {
  // The check value of CRC-32 (ISO 3309) is that of these nine figures.
  const bytes = zip([{ path: 'check', bytes: strToU8('123456789') }], deflate)
  expect(new DataView(bytes.buffer).getUint32(14, true)).toBe(0xcbf43926)
})
