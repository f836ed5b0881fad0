import type { ConvertedImage, ImageWish } from './host.js'

/** Converts a picture by sharp, turned upright; undefined where sharp is not installed or cannot read the picture. */
export async function convertImage(bytes: Uint8Array, wish: ImageWish): Promise<ConvertedImage | undefined> {
  const sharp = await loadSharp()
  if (!sharp) return undefined
  try {
    const upright = sharp(bytes, { failOn: 'error', limitInputPixels: 50_000_000, animated: false }).rotate()
    const sized = wish.maxWidth ? upright.resize({ width: wish.maxWidth, withoutEnlargement: true }) : upright
    const coloured = sized.toColourspace('srgb')
    const { data, info } = await (wish.format === 'jpeg'
      ? coloured.flatten({ background: '#ffffff' }).jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
      : wish.format === 'png'
        ? coloured.png({ compressionLevel: 9 })
        : coloured.raw({ depth: 'uchar' })
    ).toBuffer({ resolveWithObject: true })
    const { width, height, channels } = info
    return {
      bytes: new Uint8Array(data.buffer, data.byteOffset, data.length),
      width,
      height,
      channels: channels >= 4 ? 4 : 3,
    }
  } catch {
    return undefined
  }
}

/** sharp is an optional dependency: some systems have no binary for it. */
async function loadSharp() {
  try {
    return (await import('sharp')).default
  } catch {
    return undefined
  }
}
