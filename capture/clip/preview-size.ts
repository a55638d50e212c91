/** A size of about `longSide` with the shape of the clip; custom sizes divide by 32, so the nearest such shape. */
export function previewSize(
  clip: { width: number; height: number },
  longSide: number,
): { width: number; height: number } {
  if (Math.max(clip.width, clip.height) <= longSide)
    return { width: clip.width, height: clip.height }
  const isWide = clip.width >= clip.height
  const ratio = isWide ? clip.height / clip.width : clip.width / clip.height
  const sizes = [0, 32, 64, 96]
    .map((less) => longSide - less)
    .filter((long) => long >= 32)
    .map((long) => {
      const short = Math.max(32, Math.round((long * ratio) / 32) * 32)
      return { long, short, off: Math.abs(Math.log(short / long / ratio)) }
    })
  const { long, short } = sizes.reduce((best, one) => (one.off < best.off ? one : best))
  return isWide ? { width: long, height: short } : { width: short, height: long }
}
