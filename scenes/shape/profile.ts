type Line = readonly (readonly [number, number])[]

/** A line drawn in units of its own, brought to metres: profiles turned about Y, outlines of prisms. */
export function scaled(line: Line, width: number, height: number): [number, number][] {
  return line.map(([x, y]) => [x * width, y * height])
}

/** A line with its corners cut twice (Chaikin 1974), ends kept: pressed steel, fruit, flames. */
export function eased(line: Line): [number, number][] {
  return cut(cut(line))
}

function cut(line: Line): [number, number][] {
  const pieces = line.slice(1).flatMap(([bx, by], i): [number, number][] => {
    const [ax, ay] = line[i] as readonly [number, number]
    return [0.2, 0.8].map((share): [number, number] => [
      ax + (bx - ax) * share,
      ay + (by - ay) * share,
    ])
  })
  return [line[0], ...pieces, line.at(-1)].map((point) => [...(point as readonly [number, number])])
}
