import type { ConvertedImage, ImageWish } from './host.js'

/** A JPEG of so many pixels may be asked for at a smaller size, which takes little: it is scaled as it is decoded. */
const MOST_PIXELS = 200_000_000

/**
 * Converts a picture by sharp: upright, in sRGB, the first frame of a moving one. Undefined where sharp is not installed or
 * cannot read the picture to its end.
 */
export async function convertImage(bytes: Uint8Array, wish: ImageWish): Promise<ConvertedImage | undefined> {
  const sharp = await loadSharp()
  if (!sharp) return undefined
  try {
    const upright = sharp(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS, animated: false }).autoOrient()
    const sized = wish.maxWidth ? upright.resize({ width: wish.maxWidth, withoutEnlargement: true }) : upright
    const coloured = sized.toColourspace('srgb')
    const { data, info } = await (wish.format === 'jpeg'
      ? coloured.flatten({ background: '#ffffff' }).jpeg({ quality: 88, chromaSubsampling: '4:4:4' })
      : wish.format === 'png'
        ? coloured.png({ compressionLevel: 9 })
        : coloured.ensureAlpha().raw({ depth: 'uchar' })
    ).toBuffer({ resolveWithObject: true })
    const { width, height } = info
    return { bytes: new Uint8Array(data.buffer, data.byteOffset, data.length), width, height }
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
