// Answers kept for the next time the same question is asked, up to a number of them.

/** The same function, its last answers remembered; all are forgotten once there are `most`. The function must be pure. */
export function remembered<Answer>(most: number, answerTo: (question: string) => Answer): (question: string) => Answer {
  const known = new Map<string, Answer>()
  return (question) => {
    const before = known.get(question)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const answer = answerTo(question)
    known.set(question, answer)
    return answer
  }
}
