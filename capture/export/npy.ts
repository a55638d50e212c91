import { open } from 'node:fs/promises'
import { writeTrouble } from '../clip/folder.ts'
import type { FieldKind } from '../passes/fields.ts'
import type { Sink } from './sink.ts'

const TYPES = { float32: '<f4', uint16: '<u2', uint8: '|u1' } as const

/**
 * One array of all frames, (frames, height, width) or (frames, height, width, 3), in NumPy's format 1.0:
 * https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html. Written frame by frame, which libraries do not: flow
 * of 129 frames of 832x480 is 600 MB.
 */
export async function npySink(
  file: string,
  { type, channels }: Pick<FieldKind, 'type' | 'channels'>,
  { frames, width, height }: { frames: number; width: number; height: number },
): Promise<Sink> {
  const shape = [frames, height, width, ...(channels > 1 ? [channels] : [])].join(', ')
  const told = `{'descr': '${TYPES[type]}', 'fortran_order': False, 'shape': (${shape}), }`
  // Magic, version and length take 10 bytes; the whole head is a multiple of 64 and ends in a new line.
  const length = Math.ceil((told.length + 11) / 64) * 64 - 10
  const head = Buffer.concat([
    Buffer.from('\x93NUMPY\x01\x00', 'latin1'),
    Buffer.from(new Uint16Array([length]).buffer),
    Buffer.from(`${told.padEnd(length - 1)}\n`, 'latin1'),
  ])
  const trouble = (error: unknown) => {
    throw writeTrouble(file, error)
  }
  const handle = await open(file, 'w').catch(trouble)
  await handle.writeFile(head).catch(trouble)
  return {
    // Every machine that we run on is little-endian.
    async write({ buffer, byteOffset, byteLength }) {
      await handle.writeFile(new Uint8Array(buffer, byteOffset, byteLength)).catch(trouble)
    },
    finish: () => handle.close().catch(trouble),
    abort: () => handle.close().catch(() => {}),
  }
}
