import { defineConfig } from 'vitest/config'

/** Two projects: `unit` needs nothing; `render` drives our own capture code with real Chrome and ffmpeg. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{scenes,captions,renderer}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          testTimeout: 60_000,
          // Left to itself, vitest leaves a core free: one of two.
          maxWorkers: '100%',
          // Modules keep nothing that one file could leave for another; loading them for each file took 60 s more.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'render',
          include: ['test/{capture,clips}/**/*.test.ts'],
          // Two at a time: while one waits for its Chrome to start or its claims to be judged, the other draws (on two cores
          // 500 s instead of 680 s one after the other).
          maxWorkers: 2,
          isolate: false,
          testTimeout: 120_000,
          sequence: { groupOrder: 1 },
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
