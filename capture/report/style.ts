/** Of the page; light or dark as the reader has it. */
export const STYLE = `
:root { color-scheme: light dark; --back: #f6f5f2; --card: #fff; --ink: #1d1c1a; --soft: #6f6b64; --line: #e2dfd8; --accent: #b4531f; --bar: #edd9c8; }
@media (prefers-color-scheme: dark) { :root { --back: #161514; --card: #21201e; --ink: #ece9e3; --soft: #a09a90; --line: #35322e; --accent: #f0925a; --bar: #4a3122; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
header { position: sticky; top: 0; z-index: 2; display: flex; gap: 1rem 1.5rem; align-items: baseline; flex-wrap: wrap; padding: .9rem 1.5rem; background: color-mix(in srgb, var(--back) 92%, transparent); backdrop-filter: blur(8px); border-bottom: 1px solid var(--line); }
h1 { font-size: 1.35rem; margin: 0; letter-spacing: -.01em; }
h2 { font-size: 1.05rem; margin: 2.5rem 0 .8rem; }
header p { margin: 0; color: var(--soft); }
#search { flex: 1 1 16rem; font: inherit; padding: .45rem .8rem; border: 1px solid var(--line); border-radius: .6rem; background: var(--card); color: inherit; }
#found { color: var(--soft); min-width: 6.5rem; text-align: right; font-variant-numeric: tabular-nums; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1px; margin: 1.2rem 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: .8rem; overflow: hidden; }
.tiles div { box-shadow: 0 0 0 1px var(--line); padding: .8rem 1rem; color: var(--soft); }
.tiles b { display: block; color: var(--ink); font-size: 1.5rem; line-height: 1.2; font-weight: 600; font-variant-numeric: tabular-nums; }
main { display: grid; grid-template-columns: 15rem 1fr; gap: 1.5rem; padding: 0 1.5rem 3rem; }
main > div { min-width: 0; }
aside { font-size: .9rem; }
details { margin-bottom: 1rem; }
summary { cursor: pointer; font-weight: 600; margin-bottom: .25rem; }
aside button { display: flex; justify-content: space-between; gap: .5rem; width: 100%; font: inherit; text-align: left; color: inherit; border: 0; border-radius: .35rem; padding: .12rem .5rem; margin: 1px 0; cursor: pointer; background: linear-gradient(90deg, var(--bar) calc(var(--share) * 100%), transparent 0); }
aside button:hover { box-shadow: inset 0 0 0 1px var(--accent); }
aside button[aria-pressed=true] { background: var(--accent); color: var(--back); }
aside button i { font-style: normal; opacity: .7; font-variant-numeric: tabular-nums; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(15.5rem, 1fr)); gap: 1rem; }
.card { display: flex; flex-direction: column; padding: 0; border: 1px solid var(--line); border-radius: .8rem; overflow: hidden; background: var(--card); color: inherit; font: inherit; text-align: left; cursor: pointer; }
.card:hover { border-color: var(--accent); }
.card .media { position: relative; width: 100%; aspect-ratio: 16 / 10; background: #000; overflow: hidden; }
.card img, .card video { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover; }
.card p { margin: 0; padding: .7rem .85rem .3rem; display: -webkit-box; -webkit-line-clamp: 4; -webkit-box-orient: vertical; overflow: hidden; font-size: .92rem; line-height: 1.45; }
.card small { padding: .2rem .85rem .75rem; color: var(--soft); margin-top: auto; }
#end { height: 1px; }
.plots { display: grid; grid-template-columns: repeat(auto-fill, minmax(15.5rem, 1fr)); gap: 1rem; }
figure { margin: 0; padding: .8rem .9rem; background: var(--card); border: 1px solid var(--line); border-radius: .8rem; }
figcaption { display: flex; justify-content: space-between; gap: .5rem; font-size: .88rem; color: var(--soft); }
figcaption b { color: var(--ink); }
.plot { display: flex; align-items: flex-end; gap: 2px; height: 4.5rem; margin-top: .5rem; border-bottom: 1px solid var(--line); }
.plot span { flex: 1; min-height: 1px; height: calc(var(--share) * 100%); background: var(--accent); border-radius: 2px 2px 0 0; }
.axis { display: flex; justify-content: space-between; font-size: .8rem; color: var(--soft); }
table { border-collapse: collapse; width: 100%; background: var(--card); border: 1px solid var(--line); }
th, td { text-align: left; padding: .4rem .8rem; border-bottom: 1px solid var(--line); vertical-align: top; }
dialog { width: min(56rem, 94vw); max-height: 92vh; border: 1px solid var(--line); border-radius: 1rem; padding: 0; background: var(--card); color: inherit; }
dialog::backdrop { background: rgb(0 0 0 / .6); }
dialog video { width: 100%; max-height: 60vh; display: block; background: #000; }
dialog dl { display: grid; grid-template-columns: 6.5rem 1fr; gap: .45rem 1rem; margin: 0; padding: 1.1rem 1.3rem 1.3rem; }
dialog dt { color: var(--soft); }
dialog dd { margin: 0; }
.tag { display: inline-block; padding: 0 .5rem; margin: 0 .25rem .25rem 0; border-radius: 1rem; background: var(--bar); font-size: .88rem; }
@media (max-width: 52rem) { main { grid-template-columns: 1fr; } aside { order: 2; } }
`
