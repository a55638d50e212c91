import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { buildStage } from './capture/stage/bundle.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/** What the npm package ships: the command line as plain JavaScript, and the stage beside it. */
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
    ssr: 'capture/cli/main.ts',
    outDir: 'dist',
    target: 'node20',
    license: { fileName: 'LICENSES.md' },
    rolldownOptions: {
      // Beside each other, so that code finds `stage/` next to itself whatever chunk it is in.
      output: { entryFileNames: 'groundreel.js', chunkFileNames: '[name]-[hash].js' },
    },
  },
  plugins: [{ name: 'stage', closeBundle: () => buildStage(root, `${root}dist/stage`) }],
})
