// A process that reads one document: bundled alone, so that nothing a file does reaches the server.
import { answerOnce } from './child-side.ts'
import { extract } from './extract.ts'

answerOnce((job, tell) => extract(job.bytes, job.fileName, { onProgress: (done, total, stage) => tell(done, total, stage) }))
