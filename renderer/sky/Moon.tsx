import { useMemo } from 'react'
import { DataTexture, LinearFilter, Quaternion, RGBAFormat, SRGBColorSpace, Vector3 } from 'three'
import { fbm3 } from '#scenes'
import { directionOf } from './sky-map.ts'

/** Metres away, like the stars; and half its width seen from there, degrees: films draw it four times too large. */
const [AWAY, HALF_WIDTH] = [1400, 1.15]

/** The full moon's disc, in front of all fog and stars; its halo is in the sky's picture. */
export function Moon({ azimuth, elevation }: { azimuth: number; elevation: number }) {
  const face = useMemo(() => moonFace(), [])
  const toward = new Vector3(...directionOf(azimuth, elevation))
  const turn = new Quaternion().setFromUnitVectors(new Vector3(0, 0, -1), toward)
  return (
    <mesh
      position={toward.clone().multiplyScalar(AWAY)}
      quaternion={turn}
      frustumCulled={false}
      renderOrder={1}
    >
      <circleGeometry args={[AWAY * Math.tan((HALF_WIDTH * Math.PI) / 180), 48]} />
      <meshBasicMaterial map={face} fog={false} toneMapped={false} depthWrite={false} />
    </mesh>
  )
}

const SIDE = 64

/** Pale highlands and grey seas, as bright as they are seen: the moon is not exposed with the scene. */
function moonFace(): DataTexture {
  const pixels = new Uint8Array(SIDE * SIDE * 4)
  for (let y = 0, i = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++, i += 4) {
      const [u, v] = [(2 * x) / SIDE - 1, (2 * y) / SIDE - 1]
      const sea = Math.min(Math.max(fbm3(u * 1.7 + 4, v * 1.7, 2, 31, 4) * 2.4 + 0.1, 0), 1)
      const rim = 1 - 0.1 * (u * u + v * v) ** 2
      const light = (250 - 58 * sea) * rim
      pixels.set([light * 0.97, light * 0.985, light, 255], i)
    }
  const texture = new DataTexture(pixels, SIDE, SIDE, RGBAFormat)
  texture.colorSpace = SRGBColorSpace
  texture.magFilter = texture.minFilter = LinearFilter
  texture.needsUpdate = true
  return texture
}
