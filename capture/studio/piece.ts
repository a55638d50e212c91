import { stat } from 'node:fs/promises'
import { basename } from 'node:path'

/** Bytes that are sent as a file of their own: all of a file, or a part of a tar. */
export interface Piece {
  file: string
  /** Its ending says what it is. */
  name: string
  from: number
  bytes: number
}

/** Throws where there is no such file. */
export async function wholeFile(file: string): Promise<Piece> {
  const { size } = await stat(file)
  return { file, name: basename(file), from: 0, bytes: size }
}
