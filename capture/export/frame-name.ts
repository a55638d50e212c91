/** `00012.png`: by name in the order of the frames. */
export function frameName(frame: number, ending: string): string {
  return `${String(frame).padStart(5, '0')}.${ending}`
}
