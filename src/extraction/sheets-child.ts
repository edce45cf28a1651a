// A process that reads one spreadsheet: bundled alone, so that nothing a file does reaches the server.
import { answerOnce } from './child-side.ts'
import { readSheets } from './sheets.ts'

answerOnce((job) => readSheets(job.bytes, job.fileName))
