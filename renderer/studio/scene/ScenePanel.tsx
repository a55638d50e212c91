import { useStore } from '../store.ts'
import { desk } from '../desk.ts'
import { Button } from '../chrome/Button.tsx'
import { withPen } from '../editor/pen.ts'
import { Inspector } from './Inspector.tsx'
import { chainOf } from './outline.ts'
import { Outline } from './Outline.tsx'
import { outline } from './selection.ts'

/** What the scene is made of, and what can be set of the thing that is chosen. */
export function ScenePanel() {
  const place = useStore(desk, (state) => state.place)
  const items = useStore(outline, (state) => state.items)
  const item = place ? chainOf(items, place).at(-1) : undefined
  return (
    <div className="panel scene">
      <Outline />
      <section className="inspector" aria-label="Settings">
        <div className="bar-of-two">
          <h2>
            {item ? item.label : 'Nothing is chosen'}
            {item && item.kind !== item.label && <span className="faint"> {item.kind}</span>}
          </h2>
          <span className="keys">
            <Button
              icon="undo"
              label="Undo"
              keys="Ctrl Z"
              onPress={() => withPen((pen) => pen.undo())}
            />
            <Button
              icon="redo"
              label="Redo"
              keys="Ctrl Y"
              onPress={() => withPen((pen) => pen.redo())}
            />
          </span>
        </div>
        {item ? (
          <Inspector key={item.path.join('/')} path={item.path} />
        ) : (
          <p className="hint">Click a thing in the picture or in the tree.</p>
        )}
      </section>
    </div>
  )
}
