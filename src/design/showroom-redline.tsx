// A text compared with itself at a later date, as the showroom displays it: in one column, then before and after.
import { Redline, type RedlinePart, type RedlineRun } from './redline.tsx'
import { RedlineSummary } from './redline-summary.tsx'

const same = (text: string): RedlineRun => ({ kind: 'same', text })
const added = (text: string): RedlineRun => ({ kind: 'inserted', text })
const removed = (text: string): RedlineRun => ({ kind: 'deleted', text })
const long = 'La communauté d’agglomération assure le secrétariat du comité, convoque ses membres quinze jours à l’avance et tient le registre de '
  + 'ses décisions, que chaque partie peut consulter au siège de la communauté, aux heures d’ouverture, et dont copie lui est adressée sur demande.'

const parts: readonly RedlinePart[] = [
  { key: 'avant-objet', number: '1', formerNumber: null, depth: 1, status: 'same', headingRuns: [same('Objet')], paragraphs: [
    { status: 'same', runs: [same('La convention fixe les engagements des parties.')] }] },
  { key: 'avant-secteurs', number: '2', formerNumber: null, depth: 1, status: 'same', headingRuns: [same('Secteurs')], paragraphs: [
    { status: 'same', runs: [same('Deux secteurs d’intervention sont délimités.')] }] },
  { key: 'avant-gouvernance', number: '5', formerNumber: null, depth: 1, status: 'changed', headingRuns: [same('Gouvernance'), added(' et suivi')],
    paragraphs: [
      { status: 'same', runs: [same(long)] },
      { status: 'changed', runs: [same('Il se réunit '), removed('une fois'), added('trois fois'), same(' par an.')] },
      { status: 'deleted', runs: [removed('Son président est désigné par tirage au sort.')] },
      { status: 'inserted', runs: [added('- le directeur du site industriel, ou son représentant.')] },
    ] },
  { key: 'avant-secretariat', number: '5 bis', formerNumber: null, depth: 1, status: 'inserted', headingRuns: [added('Secrétariat')], paragraphs: [
    { status: 'inserted', runs: [added('Le secrétariat est tenu par la communauté d’agglomération.')] }] },
  { key: 'avant-litiges', number: '9', formerNumber: '8', depth: 1, status: 'renumbered', headingRuns: [same('Litiges')], paragraphs: [
    { status: 'same', runs: [same('Le tribunal administratif est compétent.')] }] },
]

const beside = parts.filter((part) => part.status === 'changed').map((part) => ({ ...part, key: 'cote-a-cote', number: '6' }))

/** The same change told in both ways. */
export const RedlineShown = () => (
  <>
    <RedlineSummary parts={parts} />
    <Redline parts={parts} level={3} />
    <h3>Avant et après</h3>
    <Redline parts={beside} layout="sides" level={3} />
  </>
)
