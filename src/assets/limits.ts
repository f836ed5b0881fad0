/** What a picture may cost. Read from the file's header before anything is decoded. */
export interface AssetLimits {
  /** Bytes of one file. */
  bytes: number
  /** Pixels of a picture that must be decoded: a compressed file of some kilobytes may hold a thousand million. */
  pixels: number
  /** Pixels of a JPEG, which goes into PDF and Word as it is. */
  jpegPixels: number
  /** Pictures of one article. */
  pictures: number
}

export const assetLimits: AssetLimits = {
  bytes: 40_000_000,
  pixels: 50_000_000,
  jpegPixels: 200_000_000,
  pictures: 500,
}
