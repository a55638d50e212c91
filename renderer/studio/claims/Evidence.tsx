/** The numbers that a verdict rests on. */
export function Evidence({
  evidence,
}: {
  evidence: Readonly<Record<string, number | string | boolean | null>>
}) {
  const entries = Object.entries(evidence)
  if (entries.length === 0) return undefined
  return (
    <dl className="evidence">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{typeof value === 'number' ? Math.round(value * 1000) / 1000 : String(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
