import { parseScene } from '#scenes'
import { loadRapier } from './scenes/physics/rapier.ts'
import { simulate } from './scenes/physics/simulate.ts'
import { readFileSync } from 'node:fs'
const R = await loadRapier()
for (const f of process.argv.slice(2)) {
const scene = parseScene(readFileSync(`test/fixtures/physics/${f}.json`,'utf8'),f)
const W=R.World.prototype, step=W.step, cp=W.contactPair; let ts=0, tc=0,nc=0,n=0
W.step=function(...a:any[]){const t=performance.now(); step.apply(this,a as any); ts+=performance.now()-t;n++}
W.contactPair=function(...a:any[]){const t=performance.now(); cp.apply(this,a as any); tc+=performance.now()-t;nc++}
for(let i=0;i<3;i++){ ts=tc=nc=n=0; const t=performance.now(); const r=simulate(R,scene); const all=performance.now()-t
console.log(f,'all',all.toFixed(0),'step',ts.toFixed(0),n,'ask',tc.toFixed(0),nc,'touches',r.touches.length)}
W.step=step; W.contactPair=cp
}
