import { useMemo } from 'react'
import { BufferGeometry, Color, Float32BufferAttribute } from 'three'
import { hexOf, type World } from '#scenes'
import { Moon } from './Moon.tsx'
import { paletteOf } from './palette.ts'
import { directionOf } from './sky-map.ts'

/** Sun, moon, fog and stars; the sky itself is the scene's background, made in `dressSky`. */
export function WorldView({ world }: { world: World }) {
  const colors = useMemo(() => paletteOf(world), [world])
  const sunlight = world.sun.strength * colors.sunlight
  return (
    <>
      {sunlight > 0.001 && (
        <directionalLight
          name="sun"
          position={
            directionOf(world.sun.azimuth, colors.lightElevation).map((k) => k * 100) as [
              number,
              number,
              number,
            ]
          }
          color={colors.sun}
          intensity={sunlight}
          castShadow
          shadow-mapSize={[2048, 2048]}
          shadow-radius={1 + 5 * world.sun.softness}
        />
      )}
      {world.moon && (
        <directionalLight
          name={sunlight > 0.001 ? 'moon' : 'sun'}
          position={
            directionOf(world.moon.azimuth, world.moon.elevation).map((k) => k * 100) as [
              number,
              number,
              number,
            ]
          }
          color="#b9c9ff"
          intensity={world.moon.strength}
          castShadow={sunlight <= 0.001}
          shadow-mapSize={[2048, 2048]}
          shadow-radius={4}
        />
      )}
      {world.fog && (
        <fogExp2
          attach="fog"
          args={[fogColor(world, colors.horizon), densityOf(world.fog.visibility)]}
        />
      )}
      {world.sky.stars && <Stars />}
      {world.moon && <Moon azimuth={world.moon.azimuth} elevation={world.moon.elevation} />}
    </>
  )
}

function fogColor(world: World, horizon: Color): Color {
  return world.fog?.color === undefined ? horizon : new Color(hexOf(world.fog.color))
}

/** Contrast falls to 5 % at the visibility (Koschmieder): exp(-(d v)^2) = 0.05. */
function densityOf(visibility: number): number {
  return Math.sqrt(-Math.log(0.05)) / visibility
}

/** Fixed stars on a far dome, brighter ones larger. */
function Stars() {
  const geometry = useMemo(() => {
    const position: number[] = []
    const color: number[] = []
    const count = 1400
    for (let i = 0; i < count; i++) {
      const y = (i + 0.5) / count
      const angle = i * Math.PI * (3 - Math.sqrt(5)) * 7.13 + Math.sin(i * 12.9898) * 9
      const level = Math.sqrt(1 - y * y)
      position.push(Math.cos(angle) * level * 1500, y * 1500, Math.sin(angle) * level * 1500)
      const light = 0.15 + 0.85 * (Math.sin(i * 78.233) * 0.5 + 0.5) ** 4
      color.push(light, light, light * (0.9 + 0.2 * (Math.sin(i * 3.7) * 0.5 + 0.5)))
    }
    return new BufferGeometry()
      .setAttribute('position', new Float32BufferAttribute(position, 3))
      .setAttribute('color', new Float32BufferAttribute(color, 3))
  }, [])
  return (
    <points geometry={geometry} frustumCulled={false}>
      <pointsMaterial
        size={1.6}
        sizeAttenuation={false}
        vertexColors
        fog={false}
        depthWrite={false}
      />
    </points>
  )
}
