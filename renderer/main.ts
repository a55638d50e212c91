import { serve } from './socket.ts'
import { createStage } from './stage.tsx'

const address = new URL('/socket', location.href)
address.protocol = 'ws:'
address.search = location.search
// `?show` puts the picture on the page, for people and for comparisons with screenshots.
const stage = createStage({
  show: new URLSearchParams(location.search).has('show'),
  warms: ['rgb', 'survey'],
})
serve(stage, new WebSocket(address))
