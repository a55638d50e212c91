import { Scene } from '#scenes'

/** Pictures side by side, two metres apart, the first filling most of the camera's view; without an id the painting. */
export function pictureScene(...images: (string | undefined)[]): Scene {
  return Scene.parse({
    version: 1,
    name: 'gallery',
    clip: { width: 128, height: 96, fps: 8, frames: 4 },
    // Lit by the sky alone: no shadow of the frame on the image.
    world: { sun: { strength: 0 }, exposure: 2.5 },
    cameras: [{ position: [0, 0.3, 0.9], lookAt: [0, 0.3, 0], fov: 40 }],
    actors: images.map((image, i) => ({
      kind: 'picture',
      id: `picture-${i}`,
      width: 0.8,
      height: 0.6,
      position: [2 * i, 0, 0],
      ...(image !== undefined && { image }),
    })),
  })
}
