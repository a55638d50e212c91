import { parseScene, shoot } from '#scenes'
import { physicsFor } from '#scenes/physics'
import { readFileSync } from 'node:fs'
import { observe } from './test/helpers/observe.ts'
import * as C from '#captions'
import { factsOf } from './captions/facts/facts.ts'
for (const f of process.argv.slice(2)) {
const scene = parseScene(readFileSync(f,'utf8'),f)
const take=shoot(scene,await physicsFor(scene))
const filmed={scene,take,camera:0,observations:observe(scene,take,0,256)}
const facts=factsOf(filmed)
for(const m of facts.members) { const mo=facts.motions.get(m.id)!; if(mo.length) console.log(m.id,m.noun.en, mo.map(x=>`${x.gait} ${x.from}-${x.to} ${x.rolls?'rolls':''} b${x.bounces} t${x.turned.toFixed(0)}`).join('; '))}
const cf=C.captionScene(filmed); for(const [k,v] of Object.entries(cf.captions.en)) console.log(k.padEnd(12), (v as any).text); const cnt:any={}; for(const c of cf.claims) cnt[c.predicate+':'+c.status]=(cnt[c.predicate+':'+c.status]??0)+1; console.log(JSON.stringify(cnt)); for(const c of cf.claims.filter(c=>process.env.P?.includes(c.predicate))) console.log(c.predicate,JSON.stringify(c.args),c.frames.join('-'),c.status,c.margin,JSON.stringify(c.evidence))
}
