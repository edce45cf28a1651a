// PDF files: reading order of the text layer, damaged and protected files, pages that are pictures.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { GlobalFonts, createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { extract } from './extract.ts'
import { limits } from './limits.ts'
import { type GreyPicture, type Line, type PageContent, type Stroke, writePdf } from './testing/pdf-file.ts'

const down = (
  texts: readonly string[], x: number, y: number, leading = 14,
): Line[] => texts.map((text, index) => ({ text, x, y: y + index * leading }))
const textOf = async (pages: readonly PageContent[]): Promise<string> => {
  const read = await extract(writePdf(pages), 'convention.pdf')
  return read.ok ? read.text : read.problem
}
const page = async (...lines: readonly Line[]): Promise<string> => (await textOf([{ lines }])).trimEnd()

describe('a page of text', () => {
  it('keeps lines, parts paragraphs by the white between them, and knows headings by their size', async () => {
    const heading = { text: 'Article 1 – Objet', x: 60, y: 80, size: 16 }
    expect(
      await page(heading, ...down(['La convention a pour objet', 'de revitaliser le centre.'], 60, 110), ...down(['Elle dure cinq ans.'], 60, 150)),
    )
      .toBe('## Article 1 – Objet\n\nLa convention a pour objet\nde revitaliser le centre.\n\nElle dure cinq ans.')
  })
  it('makes one line of a heading that takes two', async () => {
    const heading = [{ text: 'Article 2 – Objet de la', x: 60, y: 80, size: 14 }, { text: 'présente convention', x: 60, y: 97, size: 14 }]
    expect(await page(...heading, { text: 'Le texte de cet article est plus petit que son titre.', x: 60, y: 125 }))
      .toBe('### Article 2 – Objet de la présente convention\n\nLe texte de cet article est plus petit que son titre.')
  })
  it('is read from top to bottom whatever the order of drawing', async () => {
    expect(await page(...down(['un', 'deux', 'trois', 'quatre'], 60, 100).reverse())).toBe('un\ndeux\ntrois\nquatre')
  })
  it('spaces words by the gaps between them, and keeps superscripts in their word', async () => {
    const [er, wide] = [{ text: 'er', x: 79, y: 96, size: 6.5 }, { text: 'janvier 2023', x: 90, y: 100 }]
    expect(await page({ text: 'Le 1', x: 58, y: 100 }, er, wide)).toBe('Le 1er janvier 2023')
  })
  it('reads two columns of prose one after the other, below a title and above a page number', async () => {
    const left = [
      'Le territoire est engagé dans une', 'dynamique de renouveau et dans la', 'transformation de son image, portée',
      'par les élus et par les habitants qui', 'y vivent depuis longtemps et qui ont', 'choisi de rester dans leur commune,',
    ]
    const right = [
      'malgré la fermeture des commerces', 'et la vacance des logements anciens', 'que les bailleurs ne savent plus louer',
      'ni rénover sans une aide publique, ce', 'que la présente convention apporte à', 'tous ceux qui veulent investir ici.',
    ]
    const title = { text: 'Convention-cadre pour la revitalisation du centre de nos quatre communes', x: 60, y: 60 }
    const number = { text: 'Page 1 / 10', x: 270, y: 800 }
    const rows = left.flatMap((text, index) => [{ text, x: 60, y: 100 + index * 14 }, { text: right[index] ?? '', x: 310, y: 100 + index * 14 }])
    expect(await page(title, ...rows, number)).toBe(`${title.text}\n\n${left.join('\n')}\n${right.join('\n')}\n\nPage 1 / 10`)
  })
  it('reads signatures party by party when they stand side by side', async () => {
    const left = down(['Pour la communauté d’agglomération', 'Le Président', 'Sylvain ROBERT'], 60, 600, 30)
    const right = down(['Pour la commune de Lens', 'Le Maire', 'Jeanne DURAND'], 330, 600, 30)
    expect((await page(...left, ...right)).split(/\n+/)).toEqual([
      'Pour la communauté d’agglomération', 'Le Président', 'Sylvain ROBERT', 'Pour la commune de Lens', 'Le Maire', 'Jeanne DURAND',
    ])
  })
  it('keeps the rows of a table, cells apart', async () => {
    const row = (y: number, ...cells: readonly string[]): Line[] => cells.map((text, index) => ({ text, x: 60 + index * 170, y }))
    expect(await page(
      ...row(100, 'Action', 'Maître d’ouvrage', 'Coût'), ...row(114, 'Halle', 'Commune', '55 000 €'), ...row(128, 'Place', 'EPCI', '45 000 €'),
    ))
      .toBe('Action    Maître d’ouvrage    Coût\nHalle    Commune    55 000 €\nPlace    EPCI    45 000 €')
  })
  it('writes a framed table as one, each cell whole whatever its lines', async () => {
    const [xs, ys] = [[50, 200, 350, 450], [90, 110, 150, 170]]
    const strokes = [...ys.map((y): Stroke => [50, y, 450, y]), ...xs.map((x): Stroke => [x, 90, x, 170])]
    const lines = [
      { text: 'Action', x: 54, y: 104 }, { text: 'Maître d’ouvrage', x: 204, y: 104 }, { text: 'Coût (HT)', x: 354, y: 104 },
      { text: 'Restructuration de la halle', x: 54, y: 124 }, { text: 'et de ses abords', x: 54, y: 138 },
      { text: 'Commune de Saint-', x: 204, y: 124 }, { text: 'Omer', x: 204, y: 138 }, { text: '55 000 €', x: 354, y: 131 },
      { text: 'Total des actions de la convention', x: 54, y: 164, size: 8 }, { text: '55 000 €', x: 354, y: 164 },
    ]
    expect(await textOf([{ lines: [{ text: 'Avant', x: 50, y: 70 }, ...lines, { text: 'Après', x: 50, y: 200 }], strokes }])).toBe([
      'Avant', '', '| Action | Maître d’ouvrage | Coût (HT) |', '| --- | --- | --- |',
      '| Restructuration de la halle et de ses abords | Commune de Saint-Omer | 55 000 € |',
      '| Total des actions de la convention |  | 55 000 € |', '', 'Après', '',
    ].join('\n'))
  })
  it('parts the cells that a program printed at one stroke', async () => {
    const strokes: Stroke[] = [...[90, 130].map((y): Stroke => [50, y, 350, y]), ...[50, 200, 350].map((x): Stroke => [x, 90, x, 130])]
    const lines = [
      { text: 'Le Préfet', x: 54, y: 104 }, { text: 'La Présidente', x: 204, y: 104 },
      { text: 'Augustin DE KERSAUSON Sabrina MOUTOUSSAMY', x: 54, y: 122, size: 12 },
    ]
    expect(await textOf([{ lines, strokes }])).toBe('Le Préfet\nAugustin DE KERSAUSON\n\nLa Présidente\nSabrina MOUTOUSSAMY\n')
  })
  it('makes whole a name cut by the width of its signature column', async () => {
    const left = down(['Pour la communauté de', 'communes', 'Le Président, Étienne', 'VAUZELLE'], 60, 600)
    const right = down(['Pour la commune de', 'Thiers', 'Le Maire, Solange', 'BRUGIÈRE'], 190, 600)
    const title = { text: 'Fait à Thiers, en deux exemplaires originaux', x: 60, y: 560 }
    expect((await page(title, ...left, ...right)).split(/\n+/).slice(1, 3)).toEqual(
      ['Pour la communauté de communes', 'Le Président, Étienne VAUZELLE'],
    )
  })
  it('keeps a bullet with its words and an item on its line', async () => {
    expect(await page(
      { text: '•', x: 60, y: 100 }, { text: 'les logements', x: 84, y: 100 }, { text: '•', x: 60, y: 114 }, { text: 'les commerces', x: 84, y: 114 },
    ))
      .toBe('• les logements\n• les commerces')
  })
  it('puts turned text at the end and says so', async () => {
    const read = await extract(
      writePdf([{ lines: [{ text: 'PROJET', x: 30, y: 500, turned: 90 }, { text: 'La présente convention', x: 60, y: 100 }] }]), 'a.pdf',
    )
    expect(read).toMatchObject({ text: 'La présente convention\n\nPROJET\n', warnings: [{ code: 'rotatedText', pages: [1] }] })
  })
})

describe('pages', () => {
  it('are parted by a form feed, headers and page numbers left for the reader', async () => {
    const lines = (number: number): Line[] => [
      { text: 'Convention ORT', x: 60, y: 40 }, { text: `Texte ${number}`, x: 60, y: 100 }, { text: `${number}/2`, x: 290, y: 800 },
    ]
    expect(await extract(writePdf([{ lines: lines(1) }, { lines: lines(2) }]), 'a.pdf')).toEqual({
      ok: true, format: 'pdf', pages: 2, warnings: [], text: 'Convention ORT\n\nTexte 1\n\n1/2\n\f\nConvention ORT\n\nTexte 2\n\n2/2\n',
    })
  })
  it('are counted aloud', async () => {
    const steps: unknown[] = []
    await extract(writePdf([{ lines: down(['un'], 60, 100) }, {}]), 'a.pdf', { onProgress: (...step) => steps.push(step) })
    expect(steps).toEqual([[1, 2, 'text'], [2, 2, 'text']])
  })
  it('without anything on them are named', async () => {
    expect(await extract(writePdf([{ lines: down(['un'], 60, 100) }, {}]), 'a.pdf')).toMatchObject({ warnings: [{ code: 'pagesEmpty', pages: [2] }] })
    expect(await textOf([{}])).toBe('empty')
  })
  it('are refused above 500', async () => {
    expect(await textOf(Array.from({ length: limits.pages + 1 }, () => ({})))).toBe('tooManyPages')
  })
})

describe('a PDF that cannot be read', () => {
  it('says that it is protected, or broken', async () => {
    expect(await extract(writePdf([{}], { encrypted: true }), 'a.pdf')).toEqual({ ok: false, problem: 'encrypted' })
    expect(await extract(Buffer.from('%PDF-1.7\nnothing'), 'a.pdf')).toEqual({ ok: false, problem: 'broken' })
  })
  it('says that it is incomplete when its end is missing but pages are found', async () => {
    const whole = writePdf([{ lines: down(['La présente convention'], 60, 100) }])
    expect(await extract(whole.subarray(0, whole.length - 12), 'a.pdf'))
      .toMatchObject({ text: 'La présente convention\n', warnings: [{ code: 'damaged' }] })
  })
  it('stops when the person gives up', async () => {
    const given = new AbortController()
    const reading = extract(writePdf([{ lines: down(['un'], 60, 100) }, {}]), 'a.pdf', { signal: given.signal, onProgress: () => given.abort() })
    expect(await reading).toEqual({ ok: false, problem: 'cancelled' })
  })
})

/** A page as a scanner sees it: 200 dots per inch, grey. */
function scan(texts: readonly string[]): GreyPicture {
  const [width, height] = [1654, 2339]
  const context = createCanvas(width, height).getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#111'
  context.font = '36px Scan'
  texts.forEach((text, index) => context.fillText(text, 180, 240 + index * 56))
  const { data } = context.getImageData(0, 0, width, height)
  return { width, height, grey: Uint8Array.from({ length: width * height }, (_, pixel) => data[pixel * 4] ?? 255) }
}

const fonts = createRequire(import.meta.url).resolve('@fontsource-variable/source-serif-4/package.json')
GlobalFonts.registerFromPath(join(dirname(fonts), 'files', 'source-serif-4-latin-wght-normal.woff2'), 'Scan')

describe('a scanned page', { timeout: 90_000 }, () => {
  const words = ['Article 5 – Gouvernance', 'Le comité de suivi se réunit au moins une fois par an.', 'Il est présidé par le maire de la commune.']
  it('is recognised offline, page by page, and merged with the stamp printed over it', async () => {
    const stamp = { text: '062-216201863-20221214-2022-120-DE', x: 380, y: 20, size: 8 }
    const steps: unknown[] = []
    const pages = [{ lines: down(['Page de texte, qui suffit à elle-même.'], 60, 100) }, { picture: scan(words), lines: [stamp] }]
    const read = await extract(writePdf(pages), 'scan.pdf', { onProgress: (done, total, stage) => stage === 'ocr' && steps.push([done, total]) })
    expect(read).toMatchObject({ ok: true, format: 'pdf', pages: 2, warnings: [{ code: 'pagesRecognised', pages: [2] }] })
    expect(read.ok && read.text).toContain('062-216201863-20221214-2022-120-DE')
    expect(read.ok && read.text).toContain('Le comité de suivi se réunit au moins une fois par an.')
    expect(steps).toEqual([[0, 1], [1, 1]])
  })
  it('alone makes a scanned PDF, and stops as soon as the person gives up', async () => {
    const bytes = writePdf([{ picture: scan(words) }])
    expect(await extract(bytes, 'scan.pdf')).toMatchObject({ ok: true, format: 'pdf-scan' })
    const given = new AbortController()
    const reading = extract(
      bytes, 'scan.pdf', { signal: given.signal, onProgress: (_, __, stage) => stage === 'ocr' && setTimeout(() => given.abort(), 20) },
    )
    expect(await reading).toEqual({ ok: false, problem: 'cancelled' })
  })
})
