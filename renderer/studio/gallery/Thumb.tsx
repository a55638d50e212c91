import { useEffect, useRef, useState } from 'react'
import type { PlayRequest } from '../protocol.ts'
import { thumbOf, Unwanted } from './thumbs.ts'

/** A scene's middle frame, drawn when it comes into sight; at once where it is urgent. */
export function Thumb({ asked, isUrgent = false }: { asked: PlayRequest; isUrgent?: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [state, setState] = useState<'waiting' | 'drawn' | 'failed'>('waiting')
  const key = JSON.stringify(asked)

  useEffect(() => {
    const element = canvas.current
    if (!element) return undefined
    let isSeen = false
    setState('waiting')
    const show = () => {
      const asker = { element, isWaiting: () => isSeen }
      thumbOf(JSON.parse(key) as PlayRequest, asker, isUrgent).then(
        (image) => {
          if (!isSeen) return
          element.width = image.width
          element.height = image.height
          element.getContext('2d')?.putImageData(image, 0, 0)
          setState('drawn')
        },
        (error: unknown) => error instanceof Unwanted || setState('failed'),
      )
    }
    if (isUrgent) {
      isSeen = true
      show()
      return () => {
        isSeen = false
      }
    }
    const observer = new IntersectionObserver((entries) => {
      const now = entries.at(-1)?.isIntersecting ?? false
      if (now && !isSeen) {
        isSeen = true
        show()
      }
      isSeen = now
    })
    observer.observe(element)
    return () => {
      isSeen = false
      observer.disconnect()
    }
  }, [key, isUrgent])

  return (
    <span className="thumb" data-state={state}>
      <canvas ref={canvas} width={16} height={9} aria-hidden="true" />
      {state === 'failed' && <em>no scene</em>}
    </span>
  )
}
