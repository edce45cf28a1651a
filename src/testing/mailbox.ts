// A real mail server on the loopback that keeps what it receives, refuses it, or takes its time.
import { SMTPServer } from 'smtp-server'

type Manner = 'takes' | 'refuses' | 'sleeps'
export type Mailbox = {
  /** For `SMTP_URL`. */
  readonly url: string
  /** Letters received, decoded; the latest last. */
  readonly letters: readonly ReceivedLetter[]
  readonly behave: (manner: Manner) => void
  readonly close: () => Promise<void>
}
/** `text`, `html`: the two bodies, decoded. */
export type ReceivedLetter = { readonly to: string; readonly raw: string; readonly text: string; readonly html: string }

export async function openMailbox(): Promise<Mailbox> {
  const letters: ReceivedLetter[] = []
  let manner: Manner = 'takes'
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, logger: false,
    onMailFrom: (_, __, done) => {
      if (manner === 'refuses') return done(Object.assign(new Error('no room'), { responseCode: 451 }))
      if (manner === 'takes') done()
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8')
        letters.push({ raw, to: session.envelope.rcptTo[0]?.address ?? '', text: bodyOf(raw, 'text/plain'), html: bodyOf(raw, 'text/html') })
        done()
      })
    },
  })
  // A client that hangs up on a sleeping server is what is tried, no fault of the test.
  server.on('error', () => {})
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  const place = server.server.address()
  return {
    url: `smtp://127.0.0.1:${typeof place === 'object' && place !== null ? place.port : 0}`, letters, behave: (next) => void (manner = next),
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

/** One part of a letter of several, out of its transfer encoding. */
function bodyOf(raw: string, type: string): string {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? ''
  const part = raw.split(`\r\n--${boundary}`).find((candidate) => candidate.includes(`Content-Type: ${type}`)) ?? ''
  const [head = '', ...body] = part.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8')
  if (!/quoted-printable/i.test(head)) return text
  const bytes = text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
