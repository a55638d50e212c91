import { useEffect, useRef } from 'react'
import { desk } from '../desk.ts'
import { useStore } from '../store.ts'
import { Button } from './Button.tsx'
import { KEYS } from './keys.ts'

export function Help() {
  const isOpen = useStore(desk, (state) => state.isHelpOpen)
  const dialog = useRef<HTMLDialogElement>(null)
  const close = () => desk.set({ isHelpOpen: false })
  useEffect(() => {
    if (isOpen) dialog.current?.showModal()
    else dialog.current?.close()
  }, [isOpen])
  return (
    <dialog ref={dialog} className="help" aria-label="Keys" onClose={close}>
      <header>
        <h2>Keys</h2>
        <Button icon="close" label="Close" onPress={close} />
      </header>
      <dl>
        {KEYS.map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  )
}
