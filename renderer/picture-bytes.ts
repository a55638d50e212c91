/** Bytes of the header that goes before a picture on the socket; its fields are in protocol.ts. */
const HEADER = 32

/** Room for a picture's bytes with room for its header before it: sent as it is, without a copy. */
export function pictureBytes(length: number): Uint8Array {
  return new Uint8Array(HEADER + length).subarray(HEADER)
}

/** Header and picture in one piece. */
export function framed(fields: number[], bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const message =
    bytes.byteOffset === HEADER && bytes.buffer instanceof ArrayBuffer
      ? new Uint8Array(bytes.buffer)
      : moved(bytes)
  new Uint32Array(message.buffer, 0, HEADER / 4).set(fields)
  return message
}

function moved(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(HEADER + bytes.length)
  message.set(bytes, HEADER)
  return message
}
