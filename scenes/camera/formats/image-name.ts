/** `00001.png` for frame 0: the names that `ffmpeg -i video.mp4 %05d.png` gives. */
export function imageName(frame: number): string {
  return `${String(frame + 1).padStart(5, '0')}.png`
}
