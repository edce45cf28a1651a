// An outside geocoder, asked only when the settings name one and our own addresses know nothing: it answers in time, or we say that it did not.
import { z } from 'zod'

/** Team practice: a person waits this long for a page; milliseconds. */
const patience = 1500
const mostBytes = 200_000

const answer = z.object({ features: z.array(z.object({
  geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
  properties: z.object({ label: z.string(), citycode: z.string().optional(), score: z.number().optional() }),
})) })

type Outside = { readonly label: string; readonly lon: number; readonly lat: number; readonly insee: string | null }

/** The best answer of the service (the API of the national base, `/search/?q=`); undefined when it knows none, `silent` when it fails or is late. */
export async function searchOutside(service: string, typed: string): Promise<Outside | undefined | 'silent'> {
  try {
    const url = new URL(`${service}/search/`)
    url.searchParams.set('q', typed.slice(0, 200))
    url.searchParams.set('limit', '1')
    const reply = await fetch(url, { signal: AbortSignal.timeout(patience), redirect: 'error' })
    if (!reply.ok) return 'silent'
    const text = await reply.text()
    const read = answer.safeParse(text.length > mostBytes ? undefined : JSON.parse(text))
    if (!read.success) return 'silent'
    const [first] = read.data.features
    if (first === undefined || (first.properties.score ?? 1) < 0.5) return undefined
    const [lon, lat] = first.geometry.coordinates
    const { label, citycode } = first.properties
    return { label: label.slice(0, 300), lon, lat, insee: /^[0-9AB]{5}$/.test(citycode ?? '') ? citycode ?? null : null }
  } catch {
    return 'silent'
  }
}
