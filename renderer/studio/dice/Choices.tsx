import type { TemplateSummary } from '../protocol.ts'

/** What the seed drew. */
export function Choices({ template: { choices, tries } }: { template: TemplateSummary }) {
  return (
    <details className="choices">
      <summary>
        {choices.length} choices{tries > 1 && `, the try ${tries} came together`}
      </summary>
      <dl className="evidence">
        {choices.slice(0, MOST).map(({ path, domain, value }, i) => (
          <div key={i} title={`${path} (${domain})`}>
            <dt>
              <bdi>{path}</bdi>
            </dt>
            <dd>{shortOf(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

const MOST = 200

function shortOf(value: unknown): string {
  const text =
    typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
