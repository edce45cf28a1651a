// The version of the program, as its package and its change log name it.
export const version = '0.1.0'
