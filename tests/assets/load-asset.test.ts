import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assetLimits } from '../../src/assets/limits.js'
import { createLoader } from '../../src/assets/load-asset.js'
import { nodeHost } from '../../src/host/node.js'
import { portableHost } from '../../src/host/portable.js'
import { folderOf } from '../support/cli.js'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"></svg>'

describe('createLoader', () => {
  it('asks for each address once', async () => {
    let asked = 0
    const host = {
      ...portableHost(),
      readAsset: async () => {
        asked++
        return { bytes: new TextEncoder().encode(svg) }
      },
    }
    const load = createLoader(host, { base: 'a.md' })
    const [first, second] = await Promise.all([load('x.svg'), load('x.svg')])
    expect(first).toBe(second)
    expect(asked).toBe(1)
  })

  it('reads data: addresses, and judges them by their bytes', async () => {
    const load = createLoader(portableHost())
    const encoded = Buffer.from(svg).toString('base64')
    expect(await load(`data:image/svg+xml;base64,${encoded}`)).toMatchObject({ asset: { width: 40, height: 20 } })
    expect(await load(`data:image/svg+xml,${encodeURIComponent(svg)}`)).toMatchObject({ asset: { width: 40 } })
    expect(await load('data:image/png;base64,aGVsbG8=')).toMatchObject({ rule: 'asset-type' })
    expect(await load('data:image/png;base64,%%%')).toMatchObject({ rule: 'asset-broken' })
    expect(await load('data:nonsense')).toMatchObject({ rule: 'asset-broken' })
  })

  it('takes no more pictures than one article may have', async () => {
    const load = createLoader(portableHost(), {}, { ...assetLimits, pictures: 2 })
    await load('1.png')
    await load('2.png')
    expect(await load('3.png')).toMatchObject({ rule: 'asset-count' })
    expect(await load('1.png')).toMatchObject({ rule: 'asset-missing' })
  })
})

describe('the Node host', () => {
  const folder = folderOf({
    'site/img/my chart.svg': svg,
    'site/img/q?v=1.svg': svg,
    'site/in/a.md': '',
    'site/in/near.svg': svg,
    'outside.svg': svg,
  })
  symlinkSync('../../outside.svg', join(folder, 'site/in/out.svg'))
  symlinkSync('../img', join(folder, 'site/in/img'))
  const base = join(folder, 'site/in/a.md')

  it.each([
    ['near.svg', undefined],
    ['./near.svg', undefined],
    ['near.svg?width=40#x', undefined],
    ['../img/my%20chart.svg', 'site'],
    ['../img/my chart.svg', 'site'],
    ['img/my chart.svg', 'site'],
    ['../img/q?v=1.svg', 'site'],
    ['/img/my%20chart.svg', 'site'],
    ['../../outside.svg', '.'],
  ])('reads %s below the root %s', async (url, root) => {
    const host = nodeHost(root === undefined ? {} : { root: join(folder, root) })
    expect(await host.readAsset(url, base)).toMatchObject({ bytes: expect.any(Uint8Array) })
  })

  it.each([
    ['../img/my%20chart.svg', undefined],
    ['img/my chart.svg', undefined],
    ['../../outside.svg', 'site'],
    ['out.svg', 'site'],
    ['../../nothing-there.svg', 'site'],
    ['%2e%2e/%2e%2e/outside.svg', 'site'],
  ])('does not read %s outside the root %s, be it there or not', async (url, root) => {
    const host = nodeHost(root === undefined ? {} : { root: join(folder, root) })
    expect(await host.readAsset(url, base)).toMatchObject({ rule: 'asset-outside-root' })
  })

  it.each([
    ['http://intranet.example/x.png', 'asset-network'],
    ['//intranet.example/x.png', 'asset-network'],
    ['file:///etc/passwd', 'asset-type'],
    ['ftp://x.example/x.png', 'asset-type'],
    ['near.svg\0.png', 'asset-missing'],
    [`${'x'.repeat(5000)}.png`, 'asset-missing'],
    ['.', 'asset-type'],
    ['/dev/zero', 'asset-missing'],
  ])('refuses %s', async (url, rule) => {
    expect(await nodeHost().readAsset(url, base)).toMatchObject({ rule })
  })

  it('gives the same compressed bytes for the same input', () => {
    const host = nodeHost()
    const bytes = new TextEncoder().encode('words '.repeat(1000))
    expect(host.deflate(bytes)).toEqual(host.deflate(bytes))
    expect(host.deflate(bytes).length).toBeLessThan(100)
  })

  it('brings what ships with the program, and names what does not', async () => {
    expect((await nodeHost().readShipped('wasm/harfbuzz.wasm')).length).toBeGreaterThan(100_000)
    await expect(nodeHost().readShipped('fonts/Nothing.ttf')).rejects.toThrow('dist/fonts/Nothing.ttf')
  })

  it('converts a picture, turned upright and scaled down, and says where it cannot', async () => {
    const { convertImage } = nodeHost()
    const { default: sharp } = await import('sharp')
    const tall = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#336699' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(await convertImage!(tall, { format: 'raw' })).toMatchObject({ width: 20, height: 40 })
    expect(await convertImage!(tall, { format: 'png', maxWidth: 10 })).toMatchObject({ width: 10, height: 20 })
    expect(await convertImage!(new TextEncoder().encode(svg), { format: 'png' })).toMatchObject({
      width: 40,
      height: 20,
    })
    expect(await convertImage!(new Uint8Array([1, 2, 3]), { format: 'png' })).toBeUndefined()
  })
})
