import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createServer, connect, type Socket } from 'node:net'

/** What we use of it; it comes without types. */
interface S3rver {
  run(): Promise<{ port: number }>
  close(): Promise<void>
}
type S3rverClass = new (options: {
  port: number
  address: string
  silent: boolean
  directory: string
  allowMismatchedSignatures: boolean
  configureBuckets: { name: string }[]
}) => S3rver

/** A real S3 server on loopback, and what tells programs where it is. Each file of it is `<key>._S3rver_object`. */
export async function startS3(directory: string, bucket: string) {
  const Server = createRequire(import.meta.url)('@20minutes/s3rver') as S3rverClass
  const server = new Server({
    ...{ port: 0, address: '127.0.0.1', silent: true, directory },
    // It takes `/bucket/` and `/bucket` for one when it checks, which Amazon does not.
    allowMismatchedSignatures: true,
    configureBuckets: [{ name: bucket }],
  })
  const { port } = await server.run()
  return { port, env: envFor(port), close: () => server.close() }
}

export function envFor(port: number) {
  return {
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: 'S3RVER',
    AWS_SECRET_ACCESS_KEY: 'S3RVER',
    AWS_EC2_METADATA_DISABLED: 'true',
  }
}

/** A line to a server that breaks when so many bytes have gone through it, again and again while it is `cut`. */
export async function openBadLine(port: number, bytes: number) {
  const sockets = new Set<Socket>()
  const line = { isCut: true, breaks: 0, port: 0, close: async () => {} }
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1')
    let left = bytes
    for (const one of [near, far]) {
      sockets.add(one)
      one.on('error', () => {})
    }
    near.on('data', (chunk) => {
      left -= chunk.length
      if (!line.isCut || left > 0) return
      line.breaks++
      near.destroy()
      far.destroy()
    })
    near.pipe(far).pipe(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  line.port = (server.address() as { port: number }).port
  line.close = async () => {
    for (const one of sockets) one.destroy()
    server.close()
    await once(server, 'close')
  }
  return line
}
