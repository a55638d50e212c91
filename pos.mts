import { parseScene, shoot, poseAtFrame } from '#scenes'
import { physicsFor } from '#scenes/physics'
import { readFileSync } from 'node:fs'
const scene = parseScene(readFileSync(`test/fixtures/physics/${process.argv[2]}.json`,'utf8'),'f')
const t=shoot(scene,await physicsFor(scene))
for(const id of process.argv.slice(3)){const tr=t.actors.find(a=>a.id===id)!.track; console.log(id); for(let f=0;f<t.frames;f+=8){const p=poseAtFrame(tr,f); const [x,y,z,w]=p.rotation; console.log('  ',f,p.position.map(v=>v.toFixed(4)).join(' '),'tilt',(Math.acos(1-2*(x*x+z*z))*57.3).toFixed(2))}}
