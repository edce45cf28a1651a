// The migration to one register of acts loses nothing of the former table: each of its dates becomes an act about its act.
import { readFileSync, readdirSync } from 'node:fs'
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { ask } from '../../testing/ask.ts'
import { onEachEngine } from '../../testing/database.ts'

const before = `
  insert into person (id, email, name, created_at) values ('{person}', 'a@b.example', 'Inès', now());
  select set_config('chapeau.operation', '{operation}', false);
  insert into operation (operation_id, slug, name, epci_siren, created_at) values ('{operation}', 'ort', 'ORT', '246200364', now());
  insert into organisation (operation_id, id, name, kind, siren) values ('{operation}', '{organisation}', 'Bully-les-Mines', 'commune', '216201863');
  insert into document (operation_id, id, sha256, file_name, media_type, size, deposited_by, deposited_at)
    values ('{operation}', '{document}', sha256('x'), 'x.md', 'text/markdown', 1, '{person}', now());
  insert into reading (operation_id, id, document_id, requested_by, requested_at, alive_at)
    values ('{operation}', '{reading}', '{document}', '{person}', now(), now());
  insert into convention (operation_id, id, slug, title, kind, document_id, reading_id, published_by, published_at)
    values ('{operation}', '{convention}', 'chapeau', 'Chapeau', 'umbrella', '{document}', '{reading}', '{person}', '2026-01-05 10:00:00+00');
  insert into act values
    ('{operation}', '{convention}', '{first}', 0, '062-216201863-20221214-2022-120-DE', 'DE', '2022-120', '216201863', '2022-12-14', '2022-12-16',
      '2022-12-16', null, '2022-12-20'),
    ('{operation}', '{convention}', '{second}', 1, null, 'AR', '', null, null, null, null, '2019-08-05', null);`

onEachEngine('the migration of acts', (open) => {
  it('keeps every act and every date of the former table, for each operation, with when and by whom', async () => {
    const { superuser, owner } = await open()
    const database = `former_${newId().replaceAll('-', '')}`
    await ask(superuser, `create database ${database} owner chapeau_owner`)
    onTestFinished(async () => void (await ask(superuser, `drop database ${database} with (force)`)))
    const client = new pg.Client({ ...owner, database })
    await client.connect()
    const names = ['person', 'operation', 'organisation', 'document', 'reading', 'convention', 'first', 'second'] as const
    const ids = new Map<string, string>(names.map((name) => [name, newId()]))
    const files = readdirSync('migrations').sort()
    for (const file of files.filter((name) => name < '0004')) await client.query(readFileSync(`migrations/${file}`, 'utf8'))
    await client.query(before.replace(/\{(\w+)\}/g, (_, name: string) => ids.get(name) ?? ''))
    await client.query('begin')
    await client.query(readFileSync('migrations/0004_acts.sql', 'utf8'))
    await client.query('commit')
    const { rows } = await client.query<Record<string, unknown>>(`
      select kind, happened_on::text as "on", about_id as about, authority_name as name, authority_siren as siren, number, identifier,
        recorded_by as by,
        recorded_at = '2026-01-05 10:00:00+00' as same from act order by about_id nulls first, happened_on nulls last, kind`)
    await client.end()
    const by = { by: ids.get('person'), same: true }
    const town = { name: 'Bully-les-Mines', siren: '216201863', ...by }
    const step = { number: null, identifier: null, ...by }
    expect(rows).toHaveLength(6)
    expect(rows).toEqual(expect.arrayContaining([
      { kind: 'deliberation', on: '2022-12-14', about: null, number: '2022-120', identifier: '062-216201863-20221214-2022-120-DE', ...town },
      { kind: 'order', on: null, about: null, name: 'Autorité non établie', siren: null, ...step },
      { kind: 'transmission', on: '2022-12-16', about: ids.get('first'), ...town, ...step },
      { kind: 'receipt', on: '2022-12-16', about: ids.get('first'), ...town, ...step },
      { kind: 'certification', on: '2022-12-20', about: ids.get('first'), ...town, ...step },
      { kind: 'publication', on: '2019-08-05', about: ids.get('second'), name: 'Autorité non établie', siren: null, ...step },
    ]))
  })
})
