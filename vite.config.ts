import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { buildStage, buildStudio } from './capture/stage/bundle.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/** What the npm package ships: the command line as plain JavaScript, the stage and the studio beside it. */
export default defineConfig({
  publicDir: false,
  // Everything that is JavaScript goes in: Puppeteer's own install step would download a browser on every user's
  // machine. Left out are the packages that carry programs, found by their place on disk, and Vite, which builds
  // the stage only in a checkout.
  ssr: {
    noExternal: true,
    external: ['@sparticuz/chromium', '@ffmpeg-installer/ffmpeg', 'ffmpeg-static', 'vite'],
  },
  build: {
    ssr: true,
    outDir: 'dist',
    target: 'node20',
    license: { fileName: 'LICENSES.md' },
    rolldownOptions: {
      input: {
        groundreel: 'capture/cli/main.ts',
        // The studio's threads.
        playing: 'capture/studio/playing.ts',
        filming: 'capture/studio/filming.ts',
      },
      // Beside each other, so that code finds `stage/`, `studio/` and threads next to itself whatever chunk it is in.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  plugins: [
    {
      name: 'pages',
      async closeBundle() {
        await buildStage(root, `${root}dist/stage`)
        await buildStudio(root, `${root}dist/studio`)
      },
    },
  ],
})
