import { useEffect, useRef } from 'react'
import { desk } from '../desk.ts'
import { mediaUrl } from '../server/api.ts'
import { useStore } from '../store.ts'
import { follow, pause } from './playback.ts'
import { player } from './player.ts'

/** The clip as it was encoded. While it plays, it says which frame it is; else it shows the player's. */
export function VideoPane({ id }: { id: string }) {
  const video = useRef<HTMLVideoElement>(null)
  const frame = useStore(player, (state) => state.frame)
  const isPlaying = useStore(player, (state) => state.isPlaying)
  const isLooping = useStore(player, (state) => state.isLooping)
  const speed = useStore(player, (state) => state.speed)

  useEffect(() => {
    const element = video.current
    if (!element || !isPlaying) return undefined
    let request = 0
    const onFrame = (_: number, { mediaTime }: VideoFrameCallbackMetadata) => {
      follow(Math.round(mediaTime * player.get().fps))
      request = element.requestVideoFrameCallback(onFrame)
    }
    request = element.requestVideoFrameCallback(onFrame)
    // A player that pauses before it has begun says so by a rejection.
    element.play().catch(() => {})
    return () => {
      element.cancelVideoFrameCallback(request)
      element.pause()
    }
  }, [isPlaying])

  useEffect(() => {
    const element = video.current
    // The middle of a frame: its edge may round to its neighbour.
    if (element && !isPlaying) element.currentTime = (frame + 0.5) / player.get().fps
  }, [frame, isPlaying])

  useEffect(() => {
    if (video.current) video.current.playbackRate = speed
  }, [speed])

  return (
    <video
      ref={video}
      src={mediaUrl('video', id)}
      poster={mediaUrl('poster', id)}
      muted
      playsInline
      preload="auto"
      loop={isLooping}
      aria-label="The clip"
      onEnded={pause}
      onError={() => {
        player.set({ picture: 'live' })
        desk.set({
          notice: 'This browser does not play the clip (H.264); the live stage shows it.',
        })
      }}
    />
  )
}
