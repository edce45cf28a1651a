// The journal of the machine (not of people): one JSON line per event on standard error.

export type LogLevel = 'debug' | 'info' | 'silent'
type LogFields = Readonly<Record<string, unknown>>

export type Log = {
  readonly debug: (event: string, fields?: LogFields) => void
  readonly info: (event: string, fields?: LogFields) => void
  readonly error: (event: string, error: unknown, fields?: LogFields) => void
  /** The same log, each line carrying these fields as well: `log.with({ request: '7f3a' })`. */
  readonly with: (fields: LogFields) => Log
}

/** What a line keeps of an error: its sentence, its code, its stack and its cause, never the values of a query. */
function described(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: String(error) }
  const code = 'code' in error ? { code: error.code } : {}
  const cause = error.cause === undefined ? {} : { cause: described(error.cause) }
  return { error: error.message, ...code, stack: error.stack, ...cause }
}

/** A log that writes what `level` lets through; `info` and `error` pass at `info`, nothing at `silent`. */
export function openLog(level: LogLevel, write: (line: string) => void = (line) => void process.stderr.write(line), always: LogFields = {}): Log {
  const line = (severity: string, event: string, fields: LogFields): void =>
    write(`${JSON.stringify({ at: new Date().toISOString(), level: severity, event, ...always, ...fields })}\n`)
  return {
    debug: (event, fields = {}) => level === 'debug' && line('debug', event, fields),
    info: (event, fields = {}) => level !== 'silent' && line('info', event, fields),
    error: (event, error, fields = {}) => level !== 'silent' && line('error', event, { ...fields, ...described(error) }),
    with: (fields) => openLog(level, write, { ...always, ...fields }),
  }
}

/** The path of a request without the secrets that open doors (calendars, invitations, letters): 43 characters, as `newToken` makes them. */
export const withoutSecrets = (path: string): string => path.replace(/(?<=\/)[\w-]{43}(?=\/|$)/g, '…')
