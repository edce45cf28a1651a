// Letters sent through the mail server of the settings: one at a time, within seconds, refused in words when they cannot leave.
import type { Config } from './config.ts'

/** `id`: the same for a letter sent again, so that mail programs show it once. `unsubscribe`: address that stops such letters in one click. */
export type Letter = {
  readonly to: string; readonly subject: string; readonly text: string; readonly html: string; readonly id: string; readonly unsubscribe: string
}
export type Mailer = { readonly send: (letter: Letter) => Promise<void>; readonly close: () => void }

/** Team practice: a mail server that says nothing for so long will not answer. */
const patience = 20_000

/** Sends through the server of the settings; undefined when there is none. Nothing is loaded before the first letter. */
export function openMailer({ mail }: Pick<Config, 'mail'>, timeoutMs = patience): Mailer | undefined {
  if (mail === undefined) return undefined
  const { smtpUrl, from } = mail
  const host = from.replace(/^.*@|>$/g, '')
  let transport: ReturnType<typeof connect> | undefined
  return {
    send: async ({ to, subject, text, html, id, unsubscribe }) => {
      transport ??= connect(smtpUrl, timeoutMs)
      await (await transport).sendMail({
        from, to, subject, text, html, messageId: `<${id}@${host}>`,
        headers: {
          'Auto-Submitted': 'auto-generated', 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
      })
    },
    close: () => void transport?.then((open) => open.close()),
  }
}

async function connect(smtpUrl: string, timeoutMs: number) {
  const { createTransport } = await import('nodemailer')
  return createTransport({
    url: smtpUrl, connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs, dnsTimeout: timeoutMs,
    disableFileAccess: true, disableUrlAccess: true,
  })
}
