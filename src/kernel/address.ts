// Addresses that came from outside: only those of this very site are followed.

/** The address when it is a path of this site; undefined for anything that could lead elsewhere. */
export const ownPath = (text: string): string | undefined => (/^\/(?![/\\])[^\s\\]*$/.test(text) ? text : undefined)
