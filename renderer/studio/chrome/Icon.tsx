/** Our own line drawings on a grid of 16, 1.5 wide. */
const PATHS = {
  play: 'M4.5 3v10l8.5-5z',
  pause: 'M5 3v10M11 3v10',
  back: 'M11.5 3.5 6 8l5.5 4.5zM4 3.5v9',
  forward: 'M4.5 3.5 10 8l-5.5 4.5zM12 3.5v9',
  first: 'M13 3.5 8 8l5 4.5zM8 3.5 3 8l5 4.5zM2 3.5v9',
  last: 'M3 3.5 8 8l-5 4.5zM8 3.5 13 8l-5 4.5zM14 3.5v9',
  loop: 'M3 8a4 4 0 0 1 4-4h5M10 2l2 2-2 2M13 8a4 4 0 0 1-4 4H4M6 14l-2-2 2-2',
  boxes: 'M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3M5.5 5.5h5v5h-5z',
  ways: 'M2.5 13c4 0 3.5-7 7-7M9.5 6l4-3M13.5 3h-3M13.5 3v3M2.5 13h.01',
  guides: 'M2 2.5h12v11H2zM6 2.5v11M10 2.5v11M2 6.2h12M2 9.8h12',
  orbit:
    'M8 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M14 8c0 1.7-2.7 3-6 3S2 9.7 2 8s2.7-3 6-3 6 1.3 6 3',
  full: 'M2.5 6v-3.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  dice: 'M3 3h10v10H3zM5.8 5.8h.01M10.2 5.8h.01M8 8h.01M5.8 10.2h.01M10.2 10.2h.01',
  help: 'M6 6a2 2 0 1 1 2.6 1.9c-.5.2-.6.6-.6 1.1M8 11.5h.01M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8',
  theme: 'M8 2v12a6 6 0 0 0 0-12M8 2a6 6 0 0 0 0 12',
  film: 'M2.5 3h11v10h-11zM5.5 3v10M10.5 3v10M2.5 6.3h3M2.5 9.7h3M10.5 6.3h3M10.5 9.7h3',
  save: 'M3 2.5h8l2.5 2.5v8.5H3zM5.5 2.5V6h5V2.5M5.5 13.5V9.5h5v4',
  undo: 'M5.5 3 3 5.5 5.5 8M3 5.5h6.5a3.5 3.5 0 0 1 0 7H6',
  redo: 'M10.5 3 13 5.5 10.5 8M13 5.5H6.5a3.5 3.5 0 0 0 0 7H10',
  stop: 'M4 4h8v8H4z',
  world:
    'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M2 8h12M8 2c2 1.6 2.6 3.6 2.6 6S10 12.4 8 14c-2-1.6-2.6-3.6-2.6-6S6 3.6 8 2',
  camera: 'M2 4.5h8v7H2zM10 7l4-2.2v6.4L10 9',
  actor: 'M8 2l5.2 3v6L8 14l-5.2-3V5zM8 8l5.2-3M8 8v6M8 8 2.8 5',
  group: 'M2.5 4.5v8h11v-6.5H8L6.5 4.5z',
  light: 'M6 11.5h4M6.5 13.8h3M8 2.2a4 4 0 0 0-2 7.4v1.9h4V9.6a4 4 0 0 0-2-7.4',
  close: 'M4 4l8 8M12 4l-8 8',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name }: { name: IconName }) {
  const isSolid = name === 'play' || name === 'stop'
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" data-solid={isSolid || undefined}>
      <path d={PATHS[name]} />
    </svg>
  )
}
