let turn: Promise<unknown> = Promise.resolve()

/**
 * Builds for users whoever asks. Vite takes React's development build wherever NODE_ENV has another value, as under a test
 * runner, and the cache would keep that one for everybody. One build at a time: the environment is one for all.
 */
export function asProduction<T>(build: () => Promise<T>): Promise<T> {
  const mine = turn.then(async () => {
    const { NODE_ENV } = process.env
    process.env['NODE_ENV'] = 'production'
    try {
      return await build()
    } finally {
      if (NODE_ENV === undefined) delete process.env['NODE_ENV']
      else process.env['NODE_ENV'] = NODE_ENV
    }
  })
  turn = mine.catch(() => {})
  return mine
}
