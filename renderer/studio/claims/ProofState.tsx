import { desk } from '../desk.ts'
import { useStore } from '../store.ts'

/** While nothing is proven, nothing is said; how far it is. */
export function ProofState() {
  const proof = useStore(desk, (state) => state.proof)
  if (proof.state === 'failed')
    return (
      <p className="hint" role="alert">
        Nothing was proven: {proof.message}
      </p>
    )
  if (proof.state !== 'proving')
    return <p className="hint">Claims appear when the scene has been observed.</p>
  const { done, total } = proof
  return (
    <div className="proving" role="status">
      <p>{total === 0 ? 'Opening a browser to look at the scene' : 'Proving on the pixels'}</p>
      <progress aria-label="Observed" max={total || 1} value={total === 0 ? undefined : done} />
      <p className="faint">
        {total === 0 ? 'Only the first time.' : `${done} of ${total} moments observed`}
      </p>
    </div>
  )
}
