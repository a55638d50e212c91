import { createRoot } from 'react-dom/client'
import { start } from './actions.ts'
import { App } from './App.tsx'
import { desk, isDirty } from './desk.ts'
import './style/tokens.css'
import './style/frame.css'
import './style/player.css'
import './style/timeline.css'
import './style/panels.css'
import './style/claims.css'
import './style/editor.css'
import './style/scene.css'

const place = document.getElementById('studio')
if (!place) throw new Error('the page has no place for the studio')
createRoot(place).render(<App />)
addEventListener('beforeunload', (event) => {
  if (isDirty(desk.get())) event.preventDefault()
})
void start()
