// Fields and buttons in every state, as the showroom displays them.
import { Checkbox, CheckboxGroup, RadioGroup, Select } from './choices.tsx'
import { Differences } from './diff.tsx'
import { FaultSummary, type Fault } from './faults.tsx'
import { DateField, EmailField, NumberField, PasswordField, SearchField, TextArea, TextField } from './fields.tsx'
import { Buttons, Form, LinkButton, SubmitButton } from './form.tsx'
import { FileField } from './upload.tsx'

const faults: readonly Fault[] = [
  ['signedOn', 'Indiquez la date de signature, sous la forme jj/mm/aaaa.'],
  ['kind', 'Choisissez la nature du document.'],
]

const kinds = [
  { value: 'umbrella', label: 'Convention-cadre' },
  { value: 'membership', label: 'Adhésion' },
  { value: 'amendment', label: 'Avenant' },
] as const

const bases = [
  { value: 'HT', label: 'Hors taxes' },
  { value: 'TTC', label: 'Toutes taxes comprises', hint: 'À choisir quand la collectivité ne récupère pas la TVA.' },
] as const

/** Every field, valid then faulty, then the buttons. Sent nowhere: the form asks the page again. */
export const FieldsShown = () => (
  <>
    <div class="showcase">
      <Form action="" method="get" label="Champs au repos">
        <TextField name="title" label="Intitulé" value="Convention-cadre" />
        <EmailField name="email" label="Adresse électronique" required={false} hint="Pour recevoir les rappels." />
        <PasswordField name="password" label="Mot de passe" />
        <NumberField name="amount" label="Montant" value="55 000" />
        <TextArea name="note" label="Remarque" required={false} />
        <CheckboxGroup name="programmes" label="Programmes"
          choices={[{ value: 'ACV', label: 'Action cœur de ville' }, { value: 'PVD', label: 'Petites villes de demain' }]} values={['PVD']}
          required={false} />
        <Checkbox name="read" label="J’ai relu le document signé" />
      </Form>
      <Form action="" method="get" label="Champs fautifs">
        <FaultSummary faults={faults} within="faulty" example />
        <DateField name="signedOn" label="Date de signature" value="31/02/2022" faults={faults} within="faulty" />
        <Select name="kind" label="Nature du document" choices={kinds} empty="Choisir…" faults={faults} within="faulty" />
        <RadioGroup name="basis" label="Montants exprimés" choices={bases} value="HT" within="faulty" />
        <FileField name="file" label="Document signé" hint="PDF, DOCX, ODT ou texte, 50 Mo au plus." accept=".pdf,.docx,.odt,.txt,.md"
          maxBytes={50_000_000} within="faulty" />
      </Form>
    </div>
    <h3>Boutons</h3>
    <Form action="" method="get" label="Boutons">
      <Buttons>
        <SubmitButton>Enregistrer</SubmitButton>
        <SubmitButton emphasis="secondary" icon="edit">Corriger</SubmitButton>
        <SubmitButton emphasis="danger" icon="cross">Retirer</SubmitButton>
        <SubmitButton emphasis="quiet">Plus tard</SubmitButton>
        <LinkButton href="#champs" icon="arrow">Étape suivante</LinkButton>
        <SubmitButton emphasis="secondary" small>Petit</SubmitButton>
      </Buttons>
    </Form>
    <h3>Recherche</h3>
    <Form action="" method="get" layout="inline" role="search" label="Exemple de recherche">
      <SearchField name="q" label="Commune ou code postal" within="search" />
      <SubmitButton emphasis="secondary" icon="search">Chercher</SubmitButton>
    </Form>
    <h3>Deux versions</h3>
    <Form action="" method="get" label="Deux versions d’une même fiche">
      <Differences
        author="Nadia Benali"
        when="il y a trois minutes"
        differences={[
          { name: 'name', label: 'Nom', theirs: 'Comité de suivi', same: true,
            yours: <TextField name="name" label="Votre version" value="Comité de suivi" within="conflict" /> },
          { name: 'cadence', label: 'Rythme', theirs: 'Deux fois par an', same: false,
            yours: <TextField name="cadence" label="Votre version" value="Une fois par an" within="conflict" /> },
        ]}
      />
    </Form>
  </>
)
