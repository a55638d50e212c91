import type {
  CaptionFile,
  ClipOpened,
  Listing,
  PhraseVerdict,
  Played,
  PlayRequest,
  Saved,
  SaveRequest,
  SourceText,
  StudioEvent,
} from '../protocol.ts'

/** The token came in the part of the address that is never sent. */
const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? ''
export const headers: Record<string, string> = { 'x-groundreel-token': token }

/** The treaty is in protocol.ts. */
export const api = {
  list: () => get<Listing>('list'),
  source: (id: string) => get<SourceText>(`source/${id}`),
  schema: (kind: 'scene' | 'template') => get<object>(`schema/${kind}`),
  clip: (id: string) => get<ClipOpened>(`clip/${id}`),
  play: (asked: PlayRequest) => post<Played>('play', asked),
  prove: (job: string) => post<object>('prove', { job, page: PAGE }),
  verify: (job: string, text: string) => post<PhraseVerdict[]>('verify', { job, text }),
  save: (asked: SaveRequest) => post<Saved>('save', asked),
  render: (job: string) => post<{ render: string }>('render', { job }),
  cancel: (render: string) => post<object>('cancel', { render }),
}

/** Each page has scenes of its own proven: those of another go on. */
const PAGE = crypto.randomUUID()

export function jobUrl(job: string): string {
  return `/api/job/${job}`
}

/** Elements of the page set no headers. */
export function mediaUrl(what: 'video' | 'poster', id: string): string {
  return `/api/${what}/${id}?token=${encodeURIComponent(token)}`
}

/** Calls back for each event until the page goes; the browser connects again by itself. */
export function listen(onEvent: (event: StudioEvent) => void): void {
  const source = new EventSource(`/api/events?token=${encodeURIComponent(token)}`)
  source.addEventListener('message', ({ data }: MessageEvent<string>) =>
    onEvent(JSON.parse(data) as StudioEvent),
  )
}

async function get<T>(path: string): Promise<T> {
  return answerOf<T>(await fetch(`/api/${path}`, { headers }))
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(`/api/${path}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return answerOf<T>(response)
}

async function answerOf<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T
  if (response.status === 401)
    throw new Error('Open the address that the terminal shows, with its token.')
  const { message } = (await response.json().catch(() => ({}))) as { message?: string }
  throw new Error(message ?? `The server answered with HTTP ${response.status}.`)
}

export type { CaptionFile }
