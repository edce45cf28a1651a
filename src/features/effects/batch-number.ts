// Decimal numbers read straight from bytes: the same doubles as JavaScript's own `Number`, without a string each time.

const [zero, nine, point, comma, minus, plus, space] = [48, 57, 46, 44, 45, 43, 32] as const
/** Powers of ten that a double holds exactly. */
const powers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))
/** Whole numbers up to this one are doubles. */
const mostExact = Number.MAX_SAFE_INTEGER
/** Of the words of a number, in bytes. */
const longest = 1000
const latin = new TextDecoder('latin1')

/**
 * The number written from `from` to `to`, or NaN when it is none: sign, digits, a point (a comma too when `commas`), an exponent; spaces around.
 * Digits make a whole number and a power of ten, both exact in doubles, so that one division rounds right; what is longer is left to `Number`.
 */
export function decimalAt(bytes: Uint8Array, from: number, to: number, commas: boolean): number {
  let at = from
  let end = to
  while (at < end && (bytes[at] ?? 0) <= space) at += 1
  while (end > at && (bytes[end - 1] ?? 0) <= space) end -= 1
  const start = at
  const sign = bytes[at]
  if (sign === minus || sign === plus) at += 1
  let [whole, digits, decimals] = [0, 0, -1]
  for (; at < end; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte >= zero && byte <= nine) {
      whole = whole * 10 + (byte - zero)
      digits += 1
      if (decimals >= 0) decimals += 1
    } else if (decimals < 0 && (byte === point || (commas && byte === comma))) decimals = 0
    else return slowly(bytes, start, end, commas)
  }
  if (digits === 0) return Number.NaN
  if (whole > mostExact || decimals > 22) return slowly(bytes, start, end, commas)
  const value = decimals > 0 ? whole / (powers[decimals] ?? 1) : whole
  return sign === minus ? -value : value
}

function slowly(bytes: Uint8Array, from: number, to: number, commas: boolean): number {
  if (to - from > longest) return Number.NaN
  const text = latin.decode(bytes.subarray(from, to))
  const written = commas ? text.replace(',', '.') : text
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(written) ? Number(written) : Number.NaN
}
