// A page of a convention as Chapeau shows it, drawn with the components themselves: the picture of the front page.
import { Icon } from './icon.tsx'

/** Invented words; a picture for those who see it, one sentence for those who do not. */
export const Specimen = () => (
  <div class="specimen" role="img" aria-label="Un article de convention, avec en marge l’engagement, l’instance et le défaut que Chapeau y a lus.">
    <div class="specimen-sheet" aria-hidden="true">
      <p class="specimen-number">Article 5</p>
      <p class="specimen-title">Gouvernance et suivi</p>
      <p class="specimen-words">
        <span class="specimen-mark mark-body">Un comité de suivi</span> est institué. Il se réunit{' '}
        <span class="specimen-mark mark-obligation">au moins une fois par an</span>, sous la présidence du{' '}
        <span class="specimen-mark mark-party">président de l’agglomération</span>.
      </p>
      <p class="specimen-words">
        Le poste est financé à <span class="specimen-mark mark-money">75&nbsp;%</span>, dans la limite
        de <span class="specimen-mark mark-money">55&nbsp;000&nbsp;€ HT</span> par an.
      </p>
    </div>
    <ul class="specimen-margin" aria-hidden="true">
      <li class="margin-note margin-note-obligation">
        <span class="margin-note-kind"><Icon name="obligation" />Obligation</span>
        <span>Réunir le comité avant le 31&nbsp;décembre</span>
      </li>
      <li class="margin-note margin-note-fact">
        <span class="margin-note-kind"><Icon name="body" />Instance</span>
        <span>Comité de suivi, 9&nbsp;sièges</span>
      </li>
      <li class="margin-note margin-note-defect">
        <span class="margin-note-kind"><Icon name="alert" />Défaut</span>
        <span>Plafond sur l’aide ou sur le coût&nbsp;?</span>
      </li>
    </ul>
  </div>
)
