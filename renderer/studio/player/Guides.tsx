import { useStore } from '../store.ts'
import { player } from './player.ts'

/** Thirds, and the areas that every screen shows: 93 % for what happens, 90 % for what is to be read. */
export function Guides() {
  const hasGuides = useStore(player, (state) => state.hasGuides)
  if (!hasGuides) return undefined
  return (
    <svg className="guides" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <path d="M33.333 0v100M66.667 0v100M0 33.333h100M0 66.667h100" />
      <rect x="3.5" y="3.5" width="93" height="93" />
      <rect x="5" y="5" width="90" height="90" />
    </svg>
  )
}
