// What the measures use of autocannon, which has no types of its own.
declare module 'autocannon' {
  type Options = { readonly url: string; readonly connections: number; readonly duration: number; readonly headers: Readonly<Record<string, string>> }
  type Result = {
    readonly non2xx: number; readonly errors: number; readonly requests: { readonly average: number; readonly total: number }
    readonly throughput: { readonly total: number }
  }
  type Instance = Promise<Result> & {
    on: (event: 'response', heard: (client: unknown, status: number, bytes: number, milliseconds: number) => void) => void
  }
  export default function autocannon(options: Options): Instance
}
