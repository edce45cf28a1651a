// The one browser script: pages work without it, and better with it.
import { enhanceAddresses } from './enhance/address.ts'
import { enhanceBoard } from './enhance/board.ts'
import { keepDrafts } from './enhance/drafts.ts'
import { enhanceDrawings } from './enhance/draw.ts'
import { focusOnLoad, guardForms } from './enhance/forms.ts'
import { keepForms } from './enhance/keep.ts'
import { followTasks } from './enhance/live.ts'
import { enhanceMaps } from './enhance/maps.ts'
import { enhancePlanTable } from './enhance/plan-table.ts'
import { enhanceReview } from './enhance/review.ts'
import { enhanceUploads } from './enhance/upload.ts'

guardForms()
keepForms()
keepDrafts()
enhanceUploads()
enhanceAddresses()
enhanceDrawings()
enhanceMaps()
enhanceBoard()
enhancePlanTable()
enhanceReview()
followTasks()
focusOnLoad()
