import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Scene } from '#scenes'
import { launchBrowser } from '../../capture/browser/launch.ts'
import { readAssets } from '../../capture/assets/assets.ts'
import { planClip } from '../../capture/clip/plan.ts'
import { findFfmpeg } from '../../capture/encode/discover.ts'
import { stageBundle } from '../../capture/stage/bundle.ts'
import { openStage } from '../../capture/stage/remote-stage.ts'
import { openServer } from '../../capture/stage/server.ts'

/**
 * The way most tools do it, for comparison: draw, `page.screenshot`, pipe PNGs into ffmpeg with the same
 * codec settings. The same stage draws; nothing is observed, hashed or described.
 * @returns a function that films a scene this way and gives back seconds without the loading.
 */
export async function openScreenshots() {
  const [bundle, ffmpeg] = [await stageBundle(), await findFfmpeg()]
  const { browser, close } = await launchBrowser()
  const server = await openServer({ bundle, assets: readAssets().files })
  const shown = {
    ...server,
    admit() {
      const admission = server.admit()
      return { ...admission, url: `${admission.url}&show` }
    },
  }
  const stage = await openStage(browser, shown)
  const page = (await browser.pages()).at(-1)
  if (!page) throw new Error('the browser shows no page')

  return {
    /** @param fast with `optimizeForSpeed`, which few know of: larger PNGs sooner. */
    async film(scene: Scene, file: string, fast: boolean): Promise<number> {
      const { job, take } = await planClip(scene, {})
      await page.setViewport({ width: job.width, height: job.height })
      await stage.load(job)
      const start = performance.now()
      const encoder = spawn(
        ffmpeg.path,
        [
          '-y',
          '-loglevel',
          'error',
          '-f',
          'image2pipe',
          '-framerate',
          String(take.fps),
          '-i',
          '-',
          '-vf',
          'scale=out_color_matrix=bt709:out_range=tv,format=yuv420p',
          '-c:v',
          'libx264',
          '-preset',
          'veryfast',
          '-crf',
          '14',
          '-bf',
          '0',
          '-g',
          '12',
          file,
        ],
        { stdio: ['pipe', 'ignore', 'inherit'] },
      )
      for (let frame = 0; frame < take.frames; frame++) {
        await stage.draw(frame, 'floor')
        const png = await page.screenshot({ type: 'png', optimizeForSpeed: fast })
        if (!encoder.stdin.write(png)) await once(encoder.stdin, 'drain')
      }
      encoder.stdin.end()
      await once(encoder, 'close')
      return (performance.now() - start) / 1000
    },
    async close() {
      await server.close()
      await close()
    },
  }
}
