import { defineConfig } from 'vitest/config'

/** Two projects: `unit` needs nothing; `render` drives our own capture code with real Chrome and ffmpeg. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{scenes,captions,renderer}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'render',
          include: ['test/{capture,clips}/**/*.test.ts'],
          // One Chrome at a time: two on two cores only take turns.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
