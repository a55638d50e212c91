import { parseScene, shoot } from '#scenes'
import { physicsFor } from '#scenes/physics'
import { readFileSync } from 'node:fs'
for (const f of process.argv.slice(2)) {
const scene = parseScene(readFileSync(`test/fixtures/physics/${f}.json`,'utf8'),f)
const t=shoot(scene,await physicsFor(scene))
console.log(f)
for(const e of t.events) console.log(' ',e.t.toFixed(3),e.kind,e.actor,e.other??'',e.until?.toFixed(2)??'',e.impulse?.toFixed(4)??'')
}
