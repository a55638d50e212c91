import { SRGBColorSpace, Texture } from 'three'

/** The images that a scene names, by id; they live as long as its clip. */
export type Images = ReadonlyMap<string, Texture<ImageBitmap>>

/** Fetches an image by its id from the stage's own server, decoded and ready for upload. */
export async function loadImage(id: string): Promise<Texture<ImageBitmap>> {
  // Not from the browser's cache: a page outlives the file that a clip's id was made from.
  const response = await fetch(`/asset/${id}`, { cache: 'no-store' })
  if (!response.ok)
    throw new Error(`the image "${id}" is not served (HTTP ${response.status}); start again`)
  const bitmap = await createImageBitmap(await response.blob(), {
    // Three flips and converts everything but bitmaps while it uploads.
    imageOrientation: 'flipY',
    premultiplyAlpha: 'none',
    colorSpaceConversion: 'none',
  }).catch((cause: unknown) => {
    throw new Error(`the image "${id}" cannot be decoded: ${String(cause)}`, { cause })
  })
  const texture = new Texture(bitmap)
  texture.name = id
  texture.flipY = false
  texture.colorSpace = SRGBColorSpace
  // What higher ones cost is told in surfaces/texture.ts.
  texture.anisotropy = 1
  texture.needsUpdate = true
  return texture
}

/** Frees the memory of images that no mesh is drawn with any more. */
export function disposeImages(images: Images): void {
  for (const texture of images.values()) {
    texture.dispose()
    texture.image.close()
  }
}
