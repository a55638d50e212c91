import { useState } from 'react'

export interface SplitterProps {
  /** Of the panel whose size it sets, as the CSS variable --<panel>. */
  panel: 'right' | 'timeline'
  label: string
  /** CSS pixels. */
  least: number
  most: number
  usual: number
}

/** The edge of a panel, which can be dragged or moved by arrows; remembered for the next time. */
export function Splitter({ panel, label, least, most, usual }: SplitterProps) {
  const [size, setSize] = useState(() => sizeKept(panel) ?? usual)
  const isUpright = panel === 'right'
  const set = (wanted: number) => {
    const next = Math.round(Math.max(least, Math.min(most, wanted)))
    setSize(next)
    keepSize(panel, next)
  }
  const forget = () => {
    setSize(usual)
    keepSize(panel, undefined)
  }
  return (
    <div
      className="splitter"
      data-panel={panel}
      role="separator"
      tabIndex={0}
      aria-label={label}
      title={`${label}: drag; double-click for the usual`}
      aria-orientation={isUpright ? 'vertical' : 'horizontal'}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={size}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={({ buttons, clientX, clientY }) => {
        if (buttons > 0) set(isUpright ? innerWidth - clientX : innerHeight - clientY)
      }}
      onDoubleClick={forget}
      onKeyDown={(event) => {
        const [more, less] = isUpright ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
        if (event.key !== more && event.key !== less) return
        set(size + (event.key === more ? STEP : -STEP))
        event.preventDefault()
        // The arrows step through frames elsewhere.
        event.stopPropagation()
      }}
    />
  )
}

const STEP = 16

function sizeKept(panel: string): number | undefined {
  const kept = Number(localStorage.getItem(`groundreel-${panel}`))
  if (!(kept > 0)) return undefined
  document.documentElement.style.setProperty(`--${panel}`, `${kept}px`)
  return kept
}

function keepSize(panel: string, size: number | undefined): void {
  const { style } = document.documentElement
  if (size === undefined) {
    style.removeProperty(`--${panel}`)
    localStorage.removeItem(`groundreel-${panel}`)
    return
  }
  style.setProperty(`--${panel}`, `${size}px`)
  localStorage.setItem(`groundreel-${panel}`, String(size))
}
