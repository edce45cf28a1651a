// What a page of money shown on a past day has to say: planned amounts have no history by day.
import { Notice } from '../../design/notice.tsx'
import type { Frame } from '../../design/page.tsx'

/** Nothing on today's page. */
export const PlannedToday = ({ frame: { operation } }: { frame: Frame }) =>
  operation?.day === undefined || operation.day.day === operation.day.today ? null : (
    <Notice tone="info">
      <p>Les coûts, les montants prévus et les échéanciers sont ceux d’aujourd’hui : ils n’ont pas d’histoire jour par jour. Les montants sollicités,
        attribués, engagés et versés sont ceux du jour choisi.</p>
    </Notice>
  )
