// What percentages under a table of money do to their last figure.

/** A share must never look as if it reached a limit it misses. */
export const RoundedDown = () => <p class="quiet">Pourcentages arrondis au dixième inférieur.</p>
