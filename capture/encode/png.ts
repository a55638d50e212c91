import { PNG } from 'pngjs'

export interface RgbaPicture {
  width: number
  height: number
  /** 8-bit sRGB, top row first, width * height * 4 bytes. */
  bytes: Uint8Array
}

/** A PNG file without dates: the same picture gives the same bytes. */
export function encodePng({ width, height, bytes }: RgbaPicture): Buffer {
  const png = new PNG({ width, height })
  png.data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return PNG.sync.write(png, { colorType: 6, deflateLevel: 6 })
}
