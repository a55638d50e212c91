/** One of a few, side by side. */
export function Segments<T extends string>({
  label,
  options,
  value,
  onPick,
}: {
  label: string
  options: readonly (readonly [value: T, text: string])[]
  value: T
  onPick(value: T): void
}) {
  return (
    <div className="segments" role="group" aria-label={label}>
      {options.map(([one, text]) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === value}
          data-value={one}
          onClick={() => onPick(one)}
        >
          {text}
        </button>
      ))}
    </div>
  )
}
