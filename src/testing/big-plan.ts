// A plan of thousands of actions with all that hangs on them, written by the database itself, so that speed can be measured and undone in tests.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Id } from '../kernel/id.ts'
import type { Schema } from '../schema.ts'

type Size = { readonly actions: number; readonly linesPerAction: number; readonly by: Id<'person'> }

/**
 * Fills the operation of the current transaction: sixty organisations, three frameworks of forty-eight orientations, forty tags, then the actions
 * (`G-00001`…) with transitions from 2023 on, orientations, people, organisations, tags, steps, places, notes, dependencies, cost lines, funding
 * lines with two events each, and instalments. The same numbers give the same plan, ids aside.
 */
export async function fillBigPlan(db: Kysely<Schema>, operationId: Id<'operation'>, { actions, linesPerAction, by }: Size): Promise<void> {
  const op = sql`${operationId}::uuid`
  await sql`create temporary table big_action on commit drop as
    select n, gen_random_uuid() as id, (n * 7919) % 104729 as spread from generate_series(1, ${actions}::integer) n`.execute(db)
  await fillFrame(db, op)
  await fillActions(db, op, by)
  await fillLinks(db, op)
  await fillParts(db, op, by)
  await fillMoney(db, op, by, linesPerAction)
}

type Operation = ReturnType<typeof sql>

async function fillFrame(db: Kysely<Schema>, op: Operation): Promise<void> {
  await sql`insert into organisation (operation_id, id, name, kind, siren)
    select ${op}, gen_random_uuid(),
      (array['Ville', 'Agglomération', 'Agence', 'Région', 'Société'])[n % 5 + 1] || ' du grand plan ' || n,
      (array['commune', 'epci', 'agency', 'region', 'private'])[n % 5 + 1], null from generate_series(1, 60) n`.execute(db)
  await sql`create temporary table big_organisation on commit drop as
    select id, kind, row_number() over (order by name) - 1 as place from organisation where name like '%du grand plan%'`.execute(db)
  await sql`insert into framework (operation_id, id, slug, name, kind, position)
    select ${op}, gen_random_uuid(), 'grand-cadre-' || n, 'Grand cadre ' || n, (array['programme', 'plh', 'local'])[n], n
    from generate_series(1, 3) n`.execute(db)
  await sql`insert into orientation (operation_id, id, framework_id, position, number, title)
    select ${op}, gen_random_uuid(), f.id, n, n::text, 'Orientation ' || n || ' du ' || f.name
    from framework f, generate_series(1, 4) n where f.slug like 'grand-cadre-%'`.execute(db)
  await sql`insert into orientation (operation_id, id, framework_id, parent_id, position, number, title)
    select ${op}, gen_random_uuid(), o.framework_id, o.id, n, o.number || '.' || n, 'Objectif ' || n || ' de l’' || lower(o.title)
    from orientation o join framework f on f.id = o.framework_id, generate_series(1, 3) n
    where f.slug like 'grand-cadre-%' and o.parent_id is null`.execute(db)
  await sql`create temporary table big_orientation on commit drop as
    select o.id, row_number() over (order by f.slug, o.number) - 1 as place from orientation o join framework f on f.id = o.framework_id
    where f.slug like 'grand-cadre-%'`.execute(db)
  await sql`insert into tag (operation_id, id, kind, name)
    select ${op}, gen_random_uuid(), (array['theme', 'programme', 'audience', 'zoning', 'free'])[n % 5 + 1], 'Étiquette ' || n
    from generate_series(1, 40) n`.execute(db)
  await sql`create temporary table big_tag on commit drop as
    select id, row_number() over (order by name) - 1 as place from tag where name like 'Étiquette %'`.execute(db)
}

const accented = 'àâäçéèêëîïôöùûü’'
const plain = 'aaaceeeeiioouuu '

async function fillActions(db: Kysely<Schema>, op: Operation, by: Id<'person'>): Promise<void> {
  await sql`with worded as (
      select b.id, b.n, b.spread,
        (array['Rénovation', 'Réhabilitation', 'Création', 'Étude', 'Aménagement', 'Requalification', 'Animation', 'Acquisition'])[n % 8 + 1] || ' '
        || (array['de l’îlot', 'des logements vacants', 'du marché couvert', 'des commerces', 'de la place', 'de l’école', 'des halles',
            'du parc', 'de la friche', 'des berges', 'de la gare'])[n % 11 + 1] || ' '
        || (array['Gambetta', 'Jaurès', 'de la République', 'du Centre', 'Condorcet', 'des Mineurs', 'Voltaire'])[n % 7 + 1] || ' n° ' || n as title,
        'Action ' || n || ' du grand plan : elle améliore le cadre de vie et l’accès aux équipements du quartier ' || n % 97 || '.' as description
      from big_action b)
    insert into action (operation_id, id, code, title, description, objectives, nature, priority, owner_id, starts_on, ends_on, forecast_ends_on,
      progress, ongoing, restricted, search, created_at, created_by, updated_at, updated_by)
    select ${op}, w.id, 'G-' || lpad(n::text, 5, '0'), title, description, 'Objectif ' || n % 13,
      (array['investment', 'operating', 'mixed', null])[n % 4 + 1],
      (array['low', 'medium', 'high', null])[spread % 4 + 1], o.id, date '2023-01-01' + spread % 1400,
      date '2023-01-01' + spread % 1400 + 90 + spread % 500, case when spread % 5 = 0 then date '2023-01-01' + spread % 1400 + 150 + spread % 700 end,
      case when spread % 3 = 0 then null else (spread % 11 * 10)::smallint end, spread % 50 = 0, spread % 100 = 0,
      translate(lower('g ' || lpad(n::text, 5, '0') || ' ' || title || ' ' || description), ${accented}, ${plain}),
      timestamptz '2025-01-01' + spread * interval '5 minutes', ${by}::uuid, timestamptz '2025-06-01' + spread * interval '5 minutes', ${by}::uuid
    from worded w left join big_organisation o on o.place = (w.spread % 66)`.execute(db)
  await sql`insert into action_transition (operation_id, id, action_id, state, happened_on, until, recorded_by, recorded_at)
    select ${op}, gen_random_uuid(), b.id,
      case when s = 1 then 'idea' when s = 2 then 'planned'
        when s = 3 then (array['committed', 'inProgress', 'suspended', 'abandoned'])[spread % 4 + 1]
        else (array['inProgress', 'delivered'])[spread % 2 + 1] end,
      date '2022-06-01' + spread % 200 + s * 200, case when s < steps then date '2022-06-01' + spread % 200 + (s + 1) * 200 end, ${by}::uuid, now()
    from (select *, n % 4 + 1 as steps from big_action) b, generate_series(1, 4) s where s <= steps`.execute(db)
}

async function fillLinks(db: Kysely<Schema>, op: Operation): Promise<void> {
  await sql`insert into action_orientation (operation_id, action_id, orientation_id, code)
    select ${op}, b.id, o.id, 'F' || b.n || '-' || k from big_action b, generate_series(0, 1) k join big_orientation o on true
    where o.place = (b.spread + k * 17) % 48 and (k = 0 or b.n % 3 = 0) and b.n % 40 <> 0`.execute(db)
  await sql`insert into action_organisation (operation_id, action_id, role, organisation_id, position)
    select ${op}, b.id, (array['partner', 'service', 'designTeam', 'expectedFunder'])[k + 1], o.id, k
    from big_action b, generate_series(0, 3) k join big_organisation o on true
    where o.place = (b.spread + k * 13) % 60 and (b.n + k) % 2 = 0`.execute(db)
  await sql`insert into action_person (operation_id, action_id, role, position, name)
    select ${op}, b.id, (array['pilot', 'elected'])[k + 1], 0, 'Personne ' || (b.spread + k) % 80 from big_action b, generate_series(0, 1) k
    where (b.n + k) % 3 <> 0`.execute(db)
  await sql`insert into action_tag (operation_id, action_id, tag_id)
    select ${op}, b.id, t.id from big_action b, generate_series(0, 2) k join big_tag t on true where t.place = (b.spread + k * 11) % 40`.execute(db)
  await sql`insert into action_dependency (operation_id, action_id, needs_id, kind, lag_days)
    select ${op}, b.id, before.id, (array['finishToStart', 'startToStart', 'related'])[b.n % 3 + 1], b.n % 30
    from big_action b join big_action before on before.n = b.n - 1 where b.n % 5 = 0`.execute(db)
}

async function fillParts(db: Kysely<Schema>, op: Operation, by: Id<'person'>): Promise<void> {
  await sql`insert into action_step (operation_id, id, action_id, kind, title, starts_on, ends_on, done_on, position)
    select ${op}, gen_random_uuid(), b.id, (array['step', 'milestone'])[s], (array['Études', 'Livraison'])[s], date '2023-01-01' + spread % 1400,
      date '2023-01-01' + spread % 1400 + 60 * s, case when spread % 3 = 0 then date '2023-01-01' + spread % 1400 + 50 end, s
    from big_action b, generate_series(1, 2) s`.execute(db)
  await sql`insert into action_place (operation_id, id, action_id, kind, label, insee, longitude, latitude)
    select ${op}, gen_random_uuid(), b.id, 'address', b.n || ' rue du Grand Plan', (array['62498', '62510', '62186', '62563'])[b.n % 4 + 1],
      2.70 + (spread % 1000) / 8000.0, 50.40 + (spread % 777) / 9000.0
    from big_action b where b.n % 10 <> 0`.execute(db)
  await sql`insert into action_note (operation_id, id, action_id, noted_on, words, recorded_by, recorded_at)
    select ${op}, gen_random_uuid(), b.id, date '2025-01-01' + spread % 400, 'Point d’avancement n° ' || b.n, ${by}::uuid, now()
    from big_action b where b.n % 4 = 0`.execute(db)
  await sql`insert into action_blocking (operation_id, id, action_id, since, reason, lifter, recorded_by, recorded_at)
    select ${op}, gen_random_uuid(), b.id, date '2025-01-01' + spread % 400, 'Maîtrise foncière', 'EPF', ${by}::uuid, now()
    from big_action b where b.n % 30 = 0`.execute(db)
}

async function fillMoney(db: Kysely<Schema>, op: Operation, by: Id<'person'>, lines: number): Promise<void> {
  await sql`insert into cost_line (operation_id, id, action_id, position, nature, year, basis, planned_cents, final_cents)
    select ${op}, gen_random_uuid(), b.id, k, (array['studies', 'works'])[k], 2023 + spread % 5, case when spread % 9 = 0 then 'TTC' else 'HT' end,
      case when spread % 17 <> 0 then (spread % 5000 + 1) * 10000 * k end, case when spread % 4 = 0 then (spread % 5000 + 1) * 9900 * k end
    from big_action b, generate_series(1, 2) k`.execute(db)
  await sql`create temporary table big_line on commit drop as
    select gen_random_uuid() as id, b.id as action_id, b.n, b.spread, k from big_action b, generate_series(1, ${lines}::integer) k`.execute(db)
  await sql`insert into funding_line (operation_id, id, action_id, position, funder_id, scheme, kind, basis, amount_cents, rate_basis_points)
    select ${op}, l.id, l.action_id, k, o.id, (array['DETR', 'DSIL', 'Fonds vert', null])[(spread + k) % 4 + 1],
      (array['grant', 'grant', 'own', 'loan'])[k % 4 + 1], case when spread % 9 = 0 then 'TTC' else 'HT' end,
      case when (spread + k) % 23 <> 0 then (spread % 3000 + 1) * 2500 end, 2000
    from big_line l left join big_organisation o on o.place = (l.spread + l.k * 7) % 62`.execute(db)
  await sql`with step as (
      select l.*, e,
        case when e = 1 then 'requested' else (array['awarded', 'committed', 'paid', 'refused', 'closed'])[(spread + k) % 5 + 1] end as status,
        case when (spread + 1) % 19 <> 0 then (spread % 3000 + 1) * 2400 end as asked,
        case when (spread + 2) % 19 <> 0 then (spread % 3000 + 1) * 2400 end as given
      from big_line l, generate_series(1, 2) e where e = 1 or (spread + k) % 4 <> 0)
    insert into funding_event (operation_id, id, line_id, status, happened_on, until, amount_cents, requested_cents, requested_unknown, awarded_cents,
      awarded_unknown, committed_cents, committed_unknown, paid_cents, paid_unknown, recorded_by, recorded_at)
    select ${op}, gen_random_uuid(), id, status, date '2023-03-01' + spread % 900 + e * 100,
      case when e = 1 and (spread + k) % 4 <> 0 then date '2023-03-01' + spread % 900 + 200 end, case when e = 1 then asked else given end,
      case when status <> 'refused' then asked end, status <> 'refused' and asked is null,
      case when status = 'awarded' then given end, status in ('committed', 'paid', 'closed') or (status = 'awarded' and given is null),
      case when status = 'committed' then given end, status in ('paid', 'closed') or (status = 'committed' and given is null),
      case when status in ('paid', 'closed') then given end, status = 'paid' and given is null, ${by}::uuid, now()
    from step`.execute(db)
  await sql`update funding_line set status = step.status, status_since = step.happened_on, requested_cents = step.requested_cents,
      requested_unknown = step.requested_unknown, awarded_cents = step.awarded_cents, awarded_unknown = step.awarded_unknown,
      committed_cents = step.committed_cents, committed_unknown = step.committed_unknown, paid_cents = step.paid_cents,
      paid_unknown = step.paid_unknown
    from funding_event step where step.line_id = funding_line.id and step.until is null`.execute(db)
  await sql`insert into funding_instalment (operation_id, line_id, year, amount_cents)
    select ${op}, l.id, 2024 + y, (spread % 3000 + 1) * 1250 from big_line l, generate_series(0, 1) y where l.k % 2 = 0`.execute(db)
}
