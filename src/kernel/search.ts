// Finding a place in numbers that only grow.

/** Rank of the last number at or before `wanted`, 0 when all come after; the numbers grow. */
export function lastAtOrBefore(numbers: ArrayLike<number>, wanted: number): number {
  let low = 0
  let high = numbers.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((numbers[middle] ?? 0) <= wanted) low = middle
    else high = middle - 1
  }
  return low
}
