import type { ReelHead } from '../reel/reel-file.ts'
import type { FailureGroup } from './failures.ts'
import type { Card } from './report-reel.ts'
import { SCRIPT } from './script.ts'
import type { Distribution, Histogram, Statistics } from './statistics.ts'
import { STYLE } from './style.ts'

export interface Report {
  reel: ReelHead
  statistics: Statistics
  failures: readonly FailureGroup[]
  cards: readonly Card[]
}

/** The page: what does not change is written out, clips are drawn by the script as they are looked for. */
export function pageOf({ reel, statistics, failures, cards }: Report): string {
  const { clips, hours, scenes, claims, refuted, sameCaption, histograms, distributions } =
    statistics
  const tiles: [string, string][] = [
    [String(clips), clips === 1 ? 'clip' : 'clips'],
    [hours < 1 ? `${(hours * 60).toFixed(1)} min` : `${hours.toFixed(1)} h`, 'of video'],
    [String(scenes), scenes === 1 ? 'scene' : 'scenes'],
    [claims.toLocaleString('en-US'), 'claims checked'],
    [refuted.toLocaleString('en-US'), 'refuted, left unsaid'],
    [String(sameCaption), 'captions told before'],
  ]
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${safe(reel.name)}</title>
<style>${STYLE}</style>
<header>
  <h1>${safe(reel.name)}</h1>
  <p>A reel of groundreel ${safe(reel.versions.groundreel)}, licence ${safe(reel.licence)}</p>
  <input id="search" type="search" placeholder="Words in captions, tags, names" aria-label="Search clips" autofocus>
  <span id="found" role="status"></span>
</header>
<section class="tiles">${tiles.map(([value, words]) => `<div><b>${value}</b>${words}</div>`).join('')}</section>
<main>
  <aside aria-label="Labels">${histograms.map(histogram).join('')}</aside>
  <div>
    <div id="grid" class="grid"></div>
    <div id="end"></div>
    <h2>Captions and pictures in numbers</h2>
    <section class="plots">${distributions.map(distribution).join('')}</section>
    ${failures.length > 0 ? rejects(failures) : ''}
  </div>
</main>
<dialog id="one" aria-label="Clip"></dialog>
<script type="application/json" id="cards">${JSON.stringify(cards).replaceAll('<', '\\u003c')}</script>
<script>${SCRIPT}</script>
</html>
`
}

function histogram({ column, title, bars }: Histogram): string {
  const most = Math.max(...bars.map(({ clips }) => clips))
  const rows = bars.map(
    ({ label, clips }) =>
      `<button data-column="${safe(column)}" data-label="${safe(label)}" aria-pressed="false" style="--share:${(clips / most).toFixed(4)}"><span>${safe(label)}</span><i>${clips}</i></button>`,
  )
  return `<details open><summary>${safe(title)}</summary>${rows.join('')}</details>`
}

function distribution({ title, edges, counts, mean }: Distribution): string {
  const most = Math.max(...counts)
  const bars = counts.map((count, i) => {
    const range = `${rounded(edges[i] ?? 0)} to ${rounded(edges[i + 1] ?? 0)}: ${count}`
    return `<span title="${range}" style="--share:${(count / most).toFixed(4)}"></span>`
  })
  return `<figure><figcaption>${safe(title)}<b>${rounded(mean)}</b></figcaption><div class="plot">${bars.join('')}</div><div class="axis"><span>${rounded(edges[0] ?? 0)}</span><span>${rounded(edges.at(-1) ?? 0)}</span></div></figure>`
}

function rejects(failures: readonly FailureGroup[]): string {
  const rows = failures.map(
    ({ reason, clips, example }) =>
      `<tr><td>${clips}</td><td>${safe(reason)}</td><td>${safe(example)}</td></tr>`,
  )
  return `<h2>Not accepted</h2><table><tr><th>clips</th><th>reason</th><th>for example</th></tr>${rows.join('')}</table>`
}

function rounded(value: number): string {
  return String(Math.abs(value) >= 20 ? Math.round(value) : Math.round(value * 100) / 100)
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function safe(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter] as string)
}
