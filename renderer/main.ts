import { serve } from './socket.ts'
import { createStage } from './stage.tsx'

const address = new URL('/socket', location.href)
address.protocol = 'ws:'
address.search = location.search
serve(createStage(), new WebSocket(address))
