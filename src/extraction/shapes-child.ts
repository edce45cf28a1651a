// A process that reads one file of shapes: bundled alone, so that nothing a file does reaches the server.
import { answerOnce } from './child-side.ts'
import { readShapes, type ShapesAsked } from './shapes.ts'

const isAsked = (given: unknown): given is ShapesAsked => typeof given === 'object' && given !== null

answerOnce((job) => readShapes(job.bytes, isAsked(job.asked) ? job.asked : {}))
