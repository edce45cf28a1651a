// What the settings accept and refuse, and what the log writes.
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { openLog } from './log.ts'

const valueOf = (environment: Record<string, string>): object => {
  const read = readConfig(environment)
  return read.ok ? read.value : { problems: read.problems }
}

describe('the settings', () => {
  it('are those of a demonstration on this machine when nothing is said', () => {
    expect(valueOf({})).toMatchObject({ port: 8080, host: '127.0.0.1', demonstration: true, trustProxy: false, poolSize: 10, logLevel: 'info' })
  })

  it('are no demonstration on a server of one’s own, unless asked', () => {
    expect(valueOf({ DATABASE_URL: 'postgres://ort@db/ort' })).toMatchObject({ demonstration: false, databaseUrl: 'postgres://ort@db/ort' })
    expect(valueOf({ DATABASE_URL: 'postgres://ort@db/ort', CHAPEAU_DEMONSTRATION: 'oui' })).toMatchObject({ demonstration: true })
  })

  it('take an empty variable for an absent one, and a site address without its final slash', () => {
    expect(valueOf({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 8080, demonstration: true })
    expect(valueOf({ CHAPEAU_PUBLIC_URL: 'https://ort.example.fr/' })).toMatchObject({ publicUrl: 'https://ort.example.fr' })
  })

  it('name every wrong value at once, in French', () => {
    const wrong = { PORT: '80800', CHAPEAU_LOG: 'loud', CHAPEAU_DEMONSTRATION: 'peut-être', CHAPEAU_PUBLIC_URL: 'ort.example.fr', CHAPEAU_POOL: '0' }
    expect(readConfig(wrong)).toEqual({
      ok: false,
      problems: [
        'CHAPEAU_PUBLIC_URL vaut « ort.example.fr » : il faut une adresse en « http://… » ou « https://… ».',
        'PORT vaut « 80800 » : il faut un nombre entier de 0 à 65535.',
        'CHAPEAU_DEMONSTRATION vaut « peut-être » : il faut « oui » ou « non ».',
        'CHAPEAU_POOL vaut « 0 » : il faut un nombre entier de 1 à 500.',
        'CHAPEAU_LOG vaut « loud » : il faut « debug », « info » ou « silent ».',
      ],
    })
  })

  it('never repeat the address of the database nor of the mail server, which may hold a password', () => {
    expect(JSON.stringify(readConfig({ DATABASE_URL: 'mysql://ort:secret@db/ort' }))).not.toContain('secret')
    expect(JSON.stringify(readConfig({ SMTP_URL: 'imap://ort:secret@mail', MAIL_FROM: 'ort@example.fr' }))).not.toContain('secret')
  })

  it('send mail only with a server, a sender and the address of the site', () => {
    const all = { SMTP_URL: 'smtps://ort:secret@mail:465', MAIL_FROM: 'ORT de Lens <rappels@ort.example.fr>', CHAPEAU_PUBLIC_URL: 'https://ort.example.fr' }
    expect(valueOf(all)).toMatchObject({ mail: { smtpUrl: all.SMTP_URL, from: all.MAIL_FROM } })
    expect(valueOf({ SMTP_URL: all.SMTP_URL })).toEqual({ problems: [
      'SMTP_URL est donné sans MAIL_FROM : dites de quelle adresse partent les rappels.',
      'SMTP_URL est donné sans CHAPEAU_PUBLIC_URL : les rappels doivent porter l’adresse du site.',
    ] })
    expect(valueOf({ MAIL_FROM: all.MAIL_FROM })).toEqual({ problems: [
      'MAIL_FROM est donné sans SMTP_URL : donnez l’adresse du serveur de courrier.',
    ] })
    expect(valueOf({ ...all, MAIL_FROM: 'rappels' })).toEqual({ problems: [
      'MAIL_FROM vaut « rappels » : il faut une adresse, comme « ORT <rappels@ort.example.fr> ».',
    ] })
  })
})

describe('the tiles behind maps', () => {
  const tiles = { CHAPEAU_TILES_URL: 'https://tuiles.example.fr/{z}/{x}/{y}.png', CHAPEAU_TILES_ATTRIBUTION: 'IGN' }
  const read = (environment: Record<string, string>) => {
    const config = readConfig(environment)
    return config.ok ? config.value.tiles : config.problems
  }
  it('are an address with its three numbers, and whose they are', () => {
    expect(read(tiles)).toEqual({ url: tiles.CHAPEAU_TILES_URL, attribution: 'IGN' })
    expect(read({})).toBeUndefined()
    expect(read({ CHAPEAU_TILES_URL: tiles.CHAPEAU_TILES_URL }))
      .toEqual(['CHAPEAU_TILES_URL est donné sans CHAPEAU_TILES_ATTRIBUTION : dites à qui sont les tuiles.'])
    expect(read({ CHAPEAU_TILES_ATTRIBUTION: 'IGN' })).toEqual(['CHAPEAU_TILES_ATTRIBUTION est donné sans CHAPEAU_TILES_URL : donnez l’adresse des tuiles.'])
    for (const url of ['https://tuiles.example.fr/fond.png', 'ftp://x/{z}/{x}/{y}', 'https://{z}.example.fr/{x}/{y}', "https://x y/{z}/{x}/{y}"]) {
      expect(read({ ...tiles, CHAPEAU_TILES_URL: url })).toHaveLength(1)
    }
  })
})

describe('the log', () => {
  const linesAt = (level: 'debug' | 'info' | 'silent'): readonly string[] => {
    const lines: string[] = []
    const log = openLog(level, (line) => lines.push(line)).with({ request: '7f3a' })
    log.debug('seen')
    log.info('opened', { pages: 3 })
    log.error('failed', Object.assign(new Error('no answer', { cause: new Error('cut') }), { code: '57P01' }))
    return lines
  }

  it('writes one JSON line per event, with the number of the request', () => {
    const [opened, failed] = linesAt('info').map((line) => JSON.parse(line))
    expect(opened).toMatchObject({ level: 'info', event: 'opened', request: '7f3a', pages: 3 })
    expect(failed).toMatchObject({ level: 'error', event: 'failed', request: '7f3a', error: 'no answer', code: '57P01', cause: { error: 'cut' } })
  })

  it('says more at debug and nothing when silent', () => {
    expect([linesAt('debug').length, linesAt('info').length, linesAt('silent').length]).toEqual([3, 2, 0])
  })
})
