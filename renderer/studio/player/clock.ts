/** Calls back with the seconds since the last call until it is stopped. The one clock of the studio: people play in real time. */
export function startClock(onTick: (seconds: number) => void): () => void {
  let before: number | undefined
  let request = requestAnimationFrame(tick)
  function tick(now: number) {
    const seconds = before === undefined ? 0 : (now - before) / 1000
    before = now
    request = requestAnimationFrame(tick)
    onTick(seconds)
  }
  return () => cancelAnimationFrame(request)
}
