let table: Uint32Array | undefined

/** Returns the CRC-32 (ISO 3309) that ZIP keeps of each file, and PNG of each chunk. */
export function crc32(bytes: Uint8Array): number {
  table ??= crcTable()
  let crc = 0xffffffff
  for (let index = 0; index < bytes.length; index++) crc = table[(crc ^ bytes[index]!) & 0xff]! ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

function crcTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
    return value
  })
}
