import type { Logger } from 'pino'

export type Mail = { to: string; subject: string; text: string }
export type Mailer = { send: (mail: Mail) => Promise<void> }

/** Sends through `SMTP_URL`; without one a mail is printed to the log, so that a link in it can still be followed. */
export function createMailer({
  smtpUrl,
  from = 'Tricorn <tricorn@localhost>',
  log,
}: {
  smtpUrl?: string | undefined
  from?: string | undefined
  log: Logger
}): Mailer {
  if (!smtpUrl)
    return { send: async (mail) => log.info({ mail }, `no SMTP is configured; this mail to ${mail.to} was not sent: ${mail.text}`) }
  // Read with the first mail: it is a lot of code for a start that sends none.
  let transport: Promise<{ sendMail: (mail: Mail & { from: string }) => Promise<unknown> }> | undefined
  return {
    send: async (mail) => {
      try {
        transport ??= import('nodemailer').then(({ createTransport }) => createTransport(smtpUrl))
        await (await transport).sendMail({ from, ...mail })
      } catch (error) {
        log.error({ err: error, to: mail.to, subject: mail.subject }, 'a mail could not be sent')
      }
    },
  }
}
