import { crc32, deflateSync } from 'node:zlib'
import { seeded } from './random.mjs'

/** Returns a PNG of a hilly landscape with grain in it, so that it compresses about as a photograph does. */
export function picture(seed, width = 900, height = 600) {
  const random = seeded(seed)
  const rows = new Uint8Array((width * 3 + 1) * height)
  const hills = [0.002, 0.006, 0.017].map(pace => ({ pace: pace * (1 + random()), at: random() * 7 }))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const hill = hills.reduce((sum, { pace, at }) => sum + Math.sin(x * pace + at), 0) / 3
      const ground = y > height * (0.55 + hill * 0.2) ? 1 : 0
      const at = y * (width * 3 + 1) + 1 + x * 3
      const light = 70 + (y / height) * 120 + random() * 24
      rows[at] = light * (ground ? 0.5 : 0.9)
      rows[at + 1] = light * (ground ? 0.7 : 0.95)
      rows[at + 2] = light * (ground ? 0.4 : 1.05)
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
